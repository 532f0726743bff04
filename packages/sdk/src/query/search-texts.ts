import { wordsOf } from '../search/fold.ts';
import type { ObjectText, ServiceText } from '../search/searched-text.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import type { LinkedObject } from './linked-objects.ts';

/** What a word says in the title of an object that leads to a service; in the service's own it is 1. */
const WEIGHT: Readonly<Record<string, number>> = {
  'service-template': 0.5,
  organization: 0.3,
  need: 0.3,
  'life-event': 0.25,
};
/** From so many words on, people shorten the name of an institution. */
const SHORTENED_FROM = 3;
/** What stands before these names a place. */
const PLACE = /^(.+?) (?:novad|valstspilsēt|pilsēt|pagast|dome|pašvaldīb)/u;

/** What is searched in a service itself. */
export function entryText(entry: CatalogueEntry): ServiceText {
  const { title, alternativeTitles, keywords, summary = {} } = entry;
  return {
    titles: Object.values(title),
    alternativeTitles,
    keywords,
    summaries: Object.values(summary),
  };
}

/** What leads to a service: who gives it, its needs and life events, the unified service. */
export function linkKeys(entry: CatalogueEntry, lifeEvents: readonly string[]): string[] {
  const { institutions, needs = [], template } = entry;
  const keys: string[] = [];
  for (const id of institutions) keys.push(`organization/${id}`);
  for (const id of needs) keys.push(`need/${id}`);
  for (const id of lifeEvents) keys.push(`life-event/${id}`);
  if (template !== undefined) keys.push(`service-template/${template}`);
  return keys;
}

/** What is searched in an object that services are linked to; `undefined`: nothing. */
export function objectText(object: LinkedObject): ObjectText | undefined {
  const { type, title = {}, territory } = object;
  const weight = WEIGHT[type];
  if (weight === undefined) return undefined;
  const titles = Object.values(title);
  if (type !== 'organization') return { titles, weight };
  const place = territory ?? (title['lv'] && PLACE.exec(title['lv'])?.[1]);
  if (place) return { titles, places: [place], weight };
  return { titles: [...titles, ...titles.flatMap(initials)], weight };
}

function initials(title: string): string[] {
  const words = wordsOf(title);
  return words.length < SHORTENED_FROM ? [] : [words.map((word) => word[0]).join('')];
}
