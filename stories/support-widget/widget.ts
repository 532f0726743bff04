/** What all stories of the support widget have in common. */
import type { PvpSupportWidget } from '@pvp/elements';
import type { SupportSource } from '@pvp/sdk/source';
import { element, type Attributes } from '../staging/element.ts';
import { wellSource } from '../staging/sources.ts';

export const TAG = 'pvp-support-widget';

/** What an institution would put inside of the tag. */
export const FALLBACK = '<a href="https://www.example.lv/kontakti">Saziņa ar mums</a>';

export const widget = (
  attributes: Attributes,
  source: SupportSource = wellSource,
  inside = FALLBACK,
): PvpSupportWidget => element<PvpSupportWidget>(TAG, attributes, { source, inside });
