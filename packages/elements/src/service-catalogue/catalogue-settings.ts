import { PROFILES, RECIPIENTS } from '@pvp/contract';
import { LiveSource, type ServiceSource } from '@pvp/sdk/source';
import { allowedWords, sourceOf, words } from '../attributes/attribute-check.ts';
import { FACETS, type Facet } from '../translations/catalogue-messages.ts';
import type { Scope } from './catalogue-filters.ts';

/** What the attributes of a catalogue come to. */
export interface Settings {
  source: ServiceSource;
  scope: Scope;
  facets: readonly Facet[];
  grid: boolean;
}

/** The properties of the element that settings follow from. */
export interface CatalogueAttributes extends Element {
  register: string | undefined;
  institution: string | undefined;
  profile: string | undefined;
  recipient: string | undefined;
  lifeEvent: string | undefined;
  group: string | undefined;
  general: boolean;
  limit: number | undefined;
  rows: number | undefined;
  offline: boolean;
  facets: string | undefined;
  view: string | undefined;
  source: ServiceSource | undefined;
}

const FACET_NAMES = Object.keys(FACETS) as (keyof typeof FACETS)[];
/** Undefined where an attribute is missing or wrong, which is reported. */
export function readSettings(host: CatalogueAttributes, lang: string): Settings | undefined {
  const profile = allowedWords(host, 'profile', host.profile, PROFILES);
  const recipient = allowedWords(host, 'recipient', host.recipient, RECIPIENTS);
  const facets = allowedWords(host, 'facets', host.facets, FACET_NAMES);
  const view = allowedWords(host, 'view', host.view, ['list', 'grid']);
  const source = sourceOf(host);
  if (!profile || !recipient || !facets || !view || !source) return undefined;
  const scope: Scope = {
    institution: words(host.institution),
    recipient,
    lifeEvent: words(host.lifeEvent),
    group: words(host.group),
    general: host.general,
    lang,
    limit: Math.min(Math.max(Math.trunc(host.limit || host.rows || 20), 1), 200),
    ...(profile[0] && { profile: profile[0] }),
  };
  if (host.offline && source instanceof LiveSource) {
    source.stored = import('../offline/offline-copy.ts').then(
      ({ offlineCopy }) => offlineCopy(host, source, scope),
      // As a page without the attribute.
      () => undefined,
    );
  }
  const offered: readonly Facet[] =
    host.facets === undefined
      ? Object.values(FACETS).filter((facet) => !/group|need/.test(facet))
      : facets.map((name) => FACETS[name]);
  // What the page has settled is no choice any more.
  const settled = (facet: Facet) => !!scope[facet as 'group']?.length;
  return {
    source,
    scope,
    facets: offered.filter((facet) => !settled(facet)),
    grid: view[0] === 'grid',
  };
}
