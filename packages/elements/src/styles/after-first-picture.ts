/**
 * What an element does once it stands: small pictures beside facts, counters where the page asks for
 * them, and requests that wait since an earlier visit.
 */
import { isAnythingWaiting } from '@pvp/sdk/requests';
import type { LitElement } from 'lit';
import { addPictures } from './pictures.ts';

export function afterFirstPicture(host: LitElement): void {
  addPictures(host);
  if (host.hasAttribute('counters')) {
    import('../usage/count-usage.ts').then(
      ({ countUsage }) => countUsage(host as Parameters<typeof countUsage>[0]),
      () => undefined,
    );
  }
  if (isAnythingWaiting()) {
    import('../request-form/outbox.ts').then(
      ({ sendWaiting }) => sendWaiting(),
      () => undefined,
    );
  }
}
