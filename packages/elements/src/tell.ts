/**
 * Dispatches an event that leaves the shadow root.
 *
 * @returns False where the page has cancelled it.
 */
export function tell<T>(host: Element, name: string, detail: T, cancelable = false): boolean {
  return host.dispatchEvent(
    new CustomEvent<T>(name, { detail, bubbles: true, composed: true, cancelable }),
  );
}
