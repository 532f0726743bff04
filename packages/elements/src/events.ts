/** What elements tell the page because a person did something. */

/** What `pvp-service-opened` tells. */
export interface ServiceOpenedDetail {
  id: string;
}

/**
 * Tells that a person opens a service by a click. Whether the element goes on: not where the page
 * took over, and not where the browser opens another tab.
 */
export function announceOpened(host: Element, id: string, click: MouseEvent): boolean {
  if (click.ctrlKey || click.metaKey || click.shiftKey) return false;
  const opened = new CustomEvent<ServiceOpenedDetail>('pvp-service-opened', {
    detail: { id },
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  const allowed = host.dispatchEvent(opened);
  if (!allowed) click.preventDefault();
  return allowed;
}
