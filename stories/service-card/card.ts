/** What all stories of the card have in common. */
import type { PvpServiceCard } from '@pvp/elements';
import type { ServiceSource } from '@pvp/sdk/source';
import { element, type Attributes } from '../staging/element.ts';
import { wellSource } from '../staging/sources.ts';

export const TAG = 'pvp-service-card';

/** What an institution would put inside of the tag. */
export const FALLBACK =
  '<a href="https://latvija.gov.lv/">Dzīvesvietas deklarēšana portālā Latvija.gov.lv</a>';

export const card = (
  attributes: Attributes,
  source: ServiceSource = wellSource,
  inside = '',
): PvpServiceCard => element<PvpServiceCard>(TAG, attributes, { source, inside });
