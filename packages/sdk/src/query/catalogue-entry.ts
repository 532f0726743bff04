import type { Profile, Service } from '@pvp/contract';
import { isFree } from '../model/is-free.ts';
import { anonymous, listed, matchesProfile } from '../model/catalogue-profile.ts';
import { cardSourceOf, type CardSource } from '../model/service-card.ts';

/** What lists and search need of a service: a fraction of the description. */
export interface CatalogueEntry extends CardSource {
  /** Holder first, then providers, each once. */
  institutions: readonly string[];
  /** `undefined`: the payment rows do not tell. */
  free?: boolean | undefined;
  /** In all languages. */
  alternativeTitles: readonly string[];
  keywords: readonly string[];
}

/** Catalogues that a service stands in, as bits. */
export const CATALOGUE: Readonly<Record<Profile | 'any' | 'general', number>> = {
  any: 1,
  general: 2,
  residents: 4,
  businesses: 8,
  institutions: 16,
};
const PROFILES = ['residents', 'businesses', 'institutions'] as const;

/** Reduces a description; `undefined` where no list may show it. */
export function catalogueEntry(service: Service): CatalogueEntry | undefined {
  if (!anonymous(service) || !listed(service)) return undefined;
  const { holder, providers = [] } = service;
  return {
    ...cardSourceOf(service),
    institutions: [...new Set([holder, ...providers])].filter((id) => id !== undefined),
    free: isFree(service.costs),
    alternativeTitles: (service.alternativeTitles ?? []).flatMap((title) => Object.values(title)),
    keywords: service.keywords ?? [],
  };
}

export function cataloguesOf(entry: Pick<CatalogueEntry, 'kind' | 'recipients'>): number {
  const service = entry as Pick<Service, 'kind' | 'recipients'>;
  let bits = service.kind === 'public-general' ? CATALOGUE.general : CATALOGUE.any;
  for (const profile of PROFILES) if (matchesProfile(service, profile)) bits |= CATALOGUE[profile];
  return bits;
}
