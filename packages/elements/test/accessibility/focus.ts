/** Where the focus is and may go, through shadow roots. */

/** The element that has the focus, in whatever shadow root. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

const FOCUSABLE = 'a[href], button, input, select, summary, [tabindex="0"]';

/** What Tab should reach inside of a root, in the order of the document. */
export function focusable(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot) return focusable(element.shadowRoot);
    return element.matches(FOCUSABLE) && element.checkVisibility({ visibilityProperty: true })
      ? [element]
      : [];
  });
}

/** What something is called, for messages and comparisons. */
export function nameOf(element: Element | null): string {
  if (!element) return 'nothing';
  const label = element.getAttribute('aria-label') ?? element.closest('label')?.textContent;
  if (element instanceof HTMLSelectElement) return `select ${element.value}`;
  const text = (label ?? element.textContent).replace(/\s+/g, ' ').trim();
  return `${element.localName} ${text || element.id || element.className}`.trim();
}
