/** What all stories of life events have in common. */
import type { PvpLifeEvents } from '@pvp/elements';
import type { LifeEventSource } from '@pvp/sdk/source';
import { element, type Attributes } from '../staging/element.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { wellSource } from '../staging/sources.ts';

export const TAG = 'pvp-life-events';

/** A life event of the sample data that many services belong to. */
export const BIRTH = 'berna-piedzimsana';

export const FALLBACK =
  '<a href="https://latvija.gov.lv/">Dzīves situācijas portālā Latvija.gov.lv</a>';

export const lifeEvents = (
  attributes: Attributes,
  source: LifeEventSource = wellSource,
  content = '',
): PvpLifeEvents => element<PvpLifeEvents>(TAG, attributes, { source, inside: content });

/** Opens a life event as a person does, and waits for its services. */
export async function openEvent(canvasElement: HTMLElement, id: string): Promise<HTMLElement> {
  const host = elementIn(canvasElement, TAG);
  (await seen('the life event', () => inside(host, `[data-life-event="${id}"]`))).click();
  await seen('its services', () => inside(host, '.need .row'));
  return host;
}
