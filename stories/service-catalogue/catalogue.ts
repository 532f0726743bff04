/** What all stories of the catalogue have in common. */
import type { PvpServiceCatalogue } from '@pvp/elements';
import type { ServiceSource } from '@pvp/sdk/source';
import { element, type Attributes } from '../staging/element.ts';
import { inside, seen } from '../staging/looking.ts';
import { wellSource } from '../staging/sources.ts';

export const TAG = 'pvp-service-catalogue';

/** Names of filters as the attribute `facets` takes them. */
export const FACET_NAMES = ['recipient', 'life-event', 'channel', 'free', 'institution', 'group'];

export const FALLBACK =
  '<a href="https://latvija.gov.lv/">Mūsu pakalpojumi portālā Latvija.gov.lv</a>';

export const catalogue = (
  attributes: Attributes,
  source: ServiceSource = wellSource,
  content = '',
): PvpServiceCatalogue =>
  element<PvpServiceCatalogue>(TAG, attributes, { source, inside: content });

/** Types into the search field as a person does: the field tells its new text. */
export async function search(host: Element, text: string): Promise<void> {
  const field = await seen('the search field', () =>
    inside<HTMLInputElement>(host, 'input[type=search]'),
  );
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
