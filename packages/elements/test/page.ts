/** What the tests of elements do on a page: put markup there, look, wait for what a person sees. */
import '../src/define/all.ts';
import '../src/define/pvp-life-events.ts';

/** Markup on an otherwise empty page; the first element of it. */
export function place<T extends HTMLElement>(markup: string): T {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  document.body.replaceChildren(...document.importNode(parsed.body, true).childNodes);
  return document.body.firstElementChild as T;
}

export function clearPage(): void {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.hash);
}

/** Polls until something is there or true. */
export async function until<T>(
  what: string,
  look: () => T | null | undefined | false,
  within = 8_000,
): Promise<T> {
  const started = performance.now();
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() - started > within) throw new Error(`Not seen in time: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export function find<T extends HTMLElement>(host: Element, selector: string): T | null {
  return host.shadowRoot!.querySelector<T>(selector);
}

export function all<T extends HTMLElement>(host: Element, selector: string): T[] {
  return [...host.shadowRoot!.querySelectorAll<T>(selector)];
}

export function textOf(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

export const titles = (catalogue: Element): string[] => all(catalogue, '.row .title').map(textOf);

/** The number in the status line, once the catalogue says one. */
export const countIn = (catalogue: Element): number =>
  Number.parseInt(textOf(find(catalogue, '[role=status]')), 10);

/** The box of a filter by its facet and its text. */
export function box(catalogue: Element, facet: string, text: string): HTMLInputElement | undefined {
  return all(catalogue, `[data-facet=${facet}] label`)
    .find((label) => textOf(label).startsWith(text))
    ?.querySelector('input') as HTMLInputElement | undefined;
}

/** Waits for the first list with all its rows, or those of a long one that are near, and for its filters where it has any. */
export const listed = (catalogue: Element & { limit?: number; rows?: number }): Promise<number> =>
  until(
    'a list',
    () =>
      (find(catalogue, '.gap') ||
        titles(catalogue).length >=
          Math.min(countIn(catalogue) || 1, catalogue.limit || catalogue.rows || 20)) &&
      // One service alone has nothing to be narrowed by.
      (!find(catalogue, '.side') ||
        find(catalogue, '.facets:not([aria-busy])') ||
        titles(catalogue).length === 1) &&
      countIn(catalogue),
  );

/** Everything that is printed to the console as a warning until the returned function is called. */
export function hearWarnings(): (() => string[]) & { heard: readonly string[] } {
  const heard: string[] = [];
  const { warn } = console;
  console.warn = (...args: unknown[]) => void heard.push(args.join(' '));
  const stop = () => {
    console.warn = warn;
    return heard;
  };
  return Object.assign(stop, { heard });
}
