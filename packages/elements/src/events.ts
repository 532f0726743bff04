/** What elements tell the page. */
import { tell } from './tell.ts';

export { tell };

/** What `pvp-service-opened` tells. */
export interface ServiceOpenedDetail {
  id: string;
}

/** What `pvp-life-event-opened` tells. */
export interface LifeEventOpenedDetail {
  id: string;
}

/**
 * The id of the service, or of the life event, that a click opens, told to the page before.
 * Undefined where the page took over, where the browser opens another tab, and where the click
 * meant something else.
 */
export function openedBy(
  host: Element,
  click: MouseEvent,
  kind: 'service' | 'life-event' = 'service',
): string | undefined {
  const attribute = `data-${kind}`;
  const id = (click.target as Element).closest(`[${attribute}]`)?.getAttribute(attribute);
  if (!id || click.ctrlKey || click.metaKey || click.shiftKey) return undefined;
  if (tell<ServiceOpenedDetail>(host, `pvp-${kind}-opened`, { id }, true)) return id;
  click.preventDefault();
  return undefined;
}

/** Whom help is asked of, and with what. */
export interface SupportSubject {
  /** Id of a service. */
  service?: string | undefined;
  /** Id of an institution. */
  institution?: string | undefined;
  /** A question that is asked at once. */
  question?: string | undefined;
}

/** What `pvp-support-wanted` tells: a page or an element asks the widget of the page for help. */
export type SupportWantedDetail = SupportSubject;

/** What `pvp-assistant-asked` tells. */
export interface AssistantDetail extends SupportSubject {
  /** Address of the institution's assistant, with service and question where it takes them. */
  url: string;
}

/** What `pvp-support-gap-found` tells. */
export interface SupportGapDetail {
  levels: readonly number[];
  ways: readonly string[];
  duties: readonly string[];
}
