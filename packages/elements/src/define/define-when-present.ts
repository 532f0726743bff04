/**
 * Defines an element that few pages have, on those that have it: its tag is looked for at once and
 * when the page has been parsed. A page that adds the tag later loads the element's own file.
 *
 * @param tag Or several with commas between, that one file defines.
 */
export function defineWhenPresent(tag: string, load: () => Promise<unknown>): void {
  if (typeof document === 'undefined') return;
  const look = (): void => {
    if (!document.querySelector(tag)) return;
    document.removeEventListener('DOMContentLoaded', look);
    load().catch((error: unknown) => {
      console.error(`<${tag}> could not be loaded; its fallback content stays.`, error);
    });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look);
  look();
}
