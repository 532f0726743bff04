/** What elements tell the page. */

/** What `pvp-service-opened` tells. */
export interface ServiceOpenedDetail {
  id: string;
}

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

/**
 * The id of the service that a click opens, told to the page before. Undefined where the page took
 * over, where the browser opens another tab, and where the click meant something else.
 */
export function openedBy(host: Element, click: MouseEvent): string | undefined {
  const target = (click.target as Element).closest<HTMLElement>('[data-service]');
  const id = target?.dataset['service'];
  if (!id || click.ctrlKey || click.metaKey || click.shiftKey) return undefined;
  if (tell<ServiceOpenedDetail>(host, 'pvp-service-opened', { id }, true)) return id;
  click.preventDefault();
  return undefined;
}
