/**
 * For a button that goes away with what it asks for: the element itself takes the focus, so that the
 * next key goes on from here and not from the top of the page. It is no stop of Tab.
 */
export function holdFocus(event: Event): void {
  const button = event.currentTarget as Element;
  const { host } = button.getRootNode() as ShadowRoot;
  if (!(host instanceof HTMLElement) || host.hasAttribute('tabindex')) return;
  host.tabIndex = -1;
  host.focus({ preventScroll: true });
  // Focus that moves on into the element is no blur of the host; any other leaves nothing behind.
  host.addEventListener('focusout', () => host.removeAttribute('tabindex'), { once: true });
}
