/** How plays look at what an element shows: Testing Library does not see into shadow roots. */

/** Polls until something is there or true. */
export async function seen<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  const started = performance.now();
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() - started > 5_000) throw new Error(`Not seen in time: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export function elementIn(canvas: HTMLElement, tag: string): HTMLElement {
  const found = canvas.querySelector<HTMLElement>(tag);
  if (!found) throw new Error(`The story has no <${tag}>.`);
  return found;
}

export function inside<T extends HTMLElement>(host: Element, selector: string): T | null {
  return host.shadowRoot?.querySelector<T>(selector) ?? null;
}

/** The text of a part, in one line. */
export function textOf(node: Element | null | undefined): string {
  return node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
