/** What stands on a page, shadow trees included. The functions passed on run in the page. */
import type { Page } from 'puppeteer-core';

/** Visible titles of an element, as a person reads them; none before it is drawn. */
export function shownTitles(page: Page, tag: string): Promise<string[]> {
  return page.evaluate((name) => {
    const titles = document.querySelector(name)?.shadowRoot?.querySelectorAll('[part~="title"]');
    return [...(titles ?? [])]
      .filter((title) => title.checkVisibility())
      .map((title) => title.textContent.replace(/\s+/g, ' ').trim());
  }, tag);
}

/** Whether the webmaster's own content of an element can be seen. */
export function fallbackShown(page: Page, tag: string): Promise<boolean> {
  return page.evaluate((name) => {
    const link = document.querySelector(`${name} a`);
    return !!link && link.checkVisibility() && link.getBoundingClientRect().height > 0;
  }, tag);
}

/** By how many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** All text and all values of attributes, shown or hidden. */
export function deepText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const found: string[] = [];
    // Grows while it is walked: a shadow tree may hold further ones.
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        for (const { value } of element.attributes) found.push(value);
      }
      const top = root instanceof Document ? root.documentElement : root;
      found.push(top.textContent ?? '');
    }
    return found.join('\n');
  });
}

/**
 * Texts that elements themselves say rather than the register: names of fields, buttons, headings
 * of groups, rows and columns, and names that only assistive technology reads.
 */
export function labels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const found: string[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
          found.push(element.getAttribute(name) ?? '');
        }
        if (
          element.matches(
            'label, legend, button, summary, dt, th, h2, h3, h4, [role=status], [part~=facts] *',
          )
        ) {
          found.push(element.textContent);
        }
      }
    }
    return [...new Set(found.map((text) => text.replace(/\s+/g, ' ').trim()))].filter(Boolean);
  });
}
