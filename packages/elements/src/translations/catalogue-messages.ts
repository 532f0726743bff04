/** Texts of the catalogue, beside those that every element has. */
import { lv } from './catalogue.lv.ts';
import type { Messages, Translations } from './messages.ts';

/** Facets that a catalogue can offer, by the names that its `facets` attribute takes. */
export const FACETS = {
  recipient: 'recipient',
  'life-event': 'lifeEvent',
  channel: 'channel',
  free: 'free',
  institution: 'institution',
  group: 'group',
  need: 'need',
} as const;

/** Name of a facet in the query and in the answer. */
export type Facet = (typeof FACETS)[keyof typeof FACETS];

export interface CatalogueMessages extends Messages {
  search: string;
  submit: string;
  results: string;
  count(total: number): string;
  /** Institutions that give a unified service. */
  institutions(count: number): string;
}

export const catalogueMessages: Translations<CatalogueMessages> = {
  lv,
  en: async () => (await import('./catalogue.en.ts')).en,
  ru: async () => (await import('./catalogue.ru.ts')).ru,
};
