/** What about a record changed, so that alerts are believed. */
import { canonicalJson } from './canonical-json.ts';

/** See `docs/sync-spec.md` for the fields of each. */
export type ChangeClass = 'text' | 'cost' | 'contact' | 'relation' | 'legal' | 'cosmetic';

const FIELDS: Readonly<Record<Exclude<ChangeClass, 'cosmetic'>, string>> = {
  text:
    'title alternativeTitles summary description keywords status statusNote recipients ' +
    'recipientNote situations steps documents outputs sections terms answer accessibility ' +
    'validFrom validUntil',
  cost: 'costs callCost',
  contact: 'channels contacts homepage phone email url address hours bookingUrl relay signLanguage',
  relation:
    'aliases kind holder providers audience needs lifeEvents groups template related successor ' +
    'parent registrationNumber mergedInto services institutions organization',
  legal: 'legalResources',
};

/**
 * Classes in which two states of a record differ, white space and the order of keys apart. Without
 * one of the two states: the classes of which the other says something.
 */
export function changeClasses(before: object = {}, after: object = {}): ChangeClass[] {
  const classes = Object.entries(FIELDS)
    .filter(([, names]) => covered(before, names) !== covered(after, names))
    .map(([name]) => name as ChangeClass);
  return classes.length > 0 ? classes : ['cosmetic'];
}

function covered(record: object, names: string): string {
  const values = names.split(' ').map((name) => (record as Record<string, unknown>)[name]);
  return canonicalJson(values, (text) => text.replace(/\s+/g, ' ').trim());
}
