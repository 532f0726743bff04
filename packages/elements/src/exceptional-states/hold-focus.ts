/**
 * For a button that goes away with what it asks for: the element itself takes the focus, so that the
 * next key goes on from here and not from the top of the page.
 *
 * From a host with a negative `tabindex` WebKit goes past what is inside, so it is a stop of Tab until
 * one has gone in. While the focus is inside, Chromium would take it away together with the attribute.
 */
export function holdFocus(event: Event): void {
  const button = event.currentTarget as Element;
  const root = button.getRootNode() as ShadowRoot;
  const { host } = root;
  if (!(host instanceof HTMLElement) || host.hasAttribute('tabindex')) return;
  host.tabIndex = 0;
  host.focus({ preventScroll: true });
  const left = new AbortController();
  root.addEventListener('focusin', () => (host.tabIndex = -1), { signal: left.signal });
  const leave = (): void => {
    left.abort();
    host.removeAttribute('tabindex');
  };
  // Focus that moves on into the element is no blur of the host; any other leaves nothing behind.
  host.addEventListener('focusout', leave, { once: true });
}
