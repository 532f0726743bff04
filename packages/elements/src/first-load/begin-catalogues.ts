import { liveSource } from '@pvp/sdk/source';
import type { CSSResult } from 'lit';
import { define } from '../define/define.ts';
import { PvpServiceCatalogue } from '../service-catalogue/service-catalogue.ts';

/** In milliseconds. */
const MOMENT = 150;

/**
 * Defines the catalogue. A list that has come by then is drawn at once, without the element's waiting
 * state before it.
 *
 * @param answers By address, of lists that were asked for before this code was there.
 */
export async function beginCatalogues(
  answers: ReadonlyMap<string, Promise<Response>>,
): Promise<void> {
  const taken = [...answers].map(([url, answer]) =>
    liveSource(new URL(url).origin).expect(url, answer),
  );
  const isRead = Promise.allSettled(taken);
  // Styles are read meanwhile: in one task with the first list that would hold a slow phone.
  if (PvpServiceCatalogue.observedAttributes.length) {
    PvpServiceCatalogue.elementStyles.forEach((style) => (style as CSSResult).styleSheet);
  }
  await Promise.race([isRead, new Promise((resolve) => setTimeout(resolve, MOMENT))]);
  define('pvp-service-catalogue', PvpServiceCatalogue);
}
