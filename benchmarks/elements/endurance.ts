/** What stays behind when elements come and go, and what many rows cost in memory. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';

export interface Remains {
  nodes: number;
  listeners: number;
}

interface Metrics extends Remains {
  heapMegabytes: number;
}

async function openPage(browser: Browser, url: string): Promise<[Page, CDPSession]> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.goto(url, { waitUntil: 'load' });
  return [page, session];
}

async function metricsOf(session: CDPSession): Promise<Metrics> {
  // Twice: what the first collection finalises is only then free.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
    heapMegabytes: valueOf('JSHeapUsedSize') / 1e6,
  };
}

/** An element that comes and goes, by name and attributes. */
export interface Guest {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** Adds an element, waits until it shows something, removes it. */
const comeAndGo = (
  { name, attributes }: Guest,
  shown: string,
): string => `new Promise((resolve, reject) => {
  const element = document.createElement(${JSON.stringify(name)});
  for (const [name, value] of ${JSON.stringify(Object.entries(attributes))}) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  const began = performance.now();
  const look = () => {
    if (element.shadowRoot?.querySelector(${JSON.stringify(shown)})) {
      element.remove();
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    } else if (performance.now() - began > 20000) reject(new Error('never shown'));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Nodes and listeners that ten more elements left behind, after one that warmed everything up. */
export async function remainsAfterTen(
  browser: Browser,
  url: string,
  scripts: readonly string[],
  guest: Guest,
  shown: string,
): Promise<Remains> {
  const [page, session] = await openPage(browser, url);
  try {
    for (const script of scripts) await page.addScriptTag({ type: 'module', url: script });
    // Two: the first brings lazy parts, the second what the browser keeps of a last one.
    for (let time = 0; time < 2; time++) await page.evaluate(comeAndGo(guest, shown));
    await page.waitForNetworkIdle({ idleTime: 500 });
    const before = await metricsOf(session);
    for (let time = 0; time < 10; time++) await page.evaluate(comeAndGo(guest, shown));
    // As before: what the last one had still under way ends.
    await page.waitForNetworkIdle({ idleTime: 500 });
    const after = await metricsOf(session);
    return { nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
  } finally {
    await page.close();
  }
}

export interface Memory {
  /** Rows that are drawn. */
  rows: number;
  /** Elements in the document, shadow roots included. */
  elements: number;
  /** More than the same page before the element. */
  heapMegabytes: number;
}

/** As many as the register gives at once. */
const PER_PAGE = 200;

/**
 * Opens a page with a catalogue and presses "show more" until so many rows have been fetched. Rows
 * that are far away are not drawn: how many are is told.
 */
export async function memoryOf(browser: Browser, url: string, wanted: number): Promise<Memory> {
  const [blank, blankSession] = await openPage(browser, 'about:blank');
  const empty = await metricsOf(blankSession);
  await blank.close();
  const [page, session] = await openPage(browser, url);
  try {
    const host = `document.querySelector('pvp-service-catalogue')`;
    const rows = `${host}.shadowRoot.querySelectorAll('.row').length`;
    await page.waitForFunction(`${rows} > 0`, { timeout: 60_000 });
    if (wanted > PER_PAGE) {
      await page.evaluate(`${host}.limit = ${PER_PAGE}`);
      await page.waitForFunction(`${host}.shadowRoot.querySelector('.gap')`, { timeout: 60_000 });
    }
    for (let held = PER_PAGE; held < wanted; held += PER_PAGE) {
      const more = `${host}.shadowRoot.querySelector('.more button')`;
      // Unified services stand in the list once, so there may be fewer rows than services.
      if (!(await page.evaluate(`!!${more}`))) break;
      await page.evaluate(`${more}.click()`);
      // The focus goes to the first new row, so it is drawn.
      const next = `${host}.shadowRoot.querySelector('[aria-posinset="${held + 1}"]')`;
      await page.waitForFunction(next, { timeout: 60_000 });
    }
    await page.waitForNetworkIdle({ idleTime: 500 });
    const { heapMegabytes } = await metricsOf(session);
    const elements = Number(
      await page.evaluate(`(() => { const count = (root) => [...root.querySelectorAll('*')].reduce(
        (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
        return count(document); })()`),
    );
    return {
      rows: Number(await page.evaluate(rows)),
      elements,
      heapMegabytes: heapMegabytes - empty.heapMegabytes,
    };
  } finally {
    await page.close();
  }
}
