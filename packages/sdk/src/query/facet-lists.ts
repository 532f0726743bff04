import type { FacetValue, ServiceList } from '@pvp/contract';
import { pickLanguage } from '../model/pick-language.ts';
import { FACETS, FACET_BIT, type Facet, type FacetValues } from './facet-values.ts';
import type { LinkedObjects } from './linked-objects.ts';

/** Object kind behind the values of a facet, where they are ids. */
export const OBJECT_KIND: Partial<Record<Facet, string>> = {
  institution: 'organization',
  lifeEvent: 'life-event',
  need: 'need',
  group: 'service-group',
};

/**
 * The facets of an answer, values with most services first.
 *
 * @param counts By number of the value.
 * @param selected By number of the value: not 0 where the question selects it.
 * @param titles By number of the value, as `facetTitles` gives them.
 */
export function facetLists(
  counts: Int32Array,
  {
    selected,
    values,
    titles,
  }: {
    selected: Uint8Array;
    values: FacetValues;
    titles: readonly (string | undefined)[];
  },
): ServiceList['facets'] {
  const facets: Record<string, FacetValue[]> = {};
  const byBit: FacetValue[][] = [];
  for (const facet of FACETS) byBit[FACET_BIT[facet]] = facets[facet] = [];
  const bits = values.bits;
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number]!;
    // A selected value stays in sight without hits: it can be seen and taken back.
    if (count === 0 && !selected[number]) continue;
    const value = values.value(number);
    const title = titles[number];
    byBit[bits[number]!]!.push(title === undefined ? { value, count } : { value, count, title });
  }
  for (const facet of FACETS) {
    facets[facet]!.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return facets;
}

/** Titles of the objects behind values, by number of the value. */
export function facetTitles(
  values: FacetValues,
  objects: LinkedObjects,
  lang: string | undefined,
): (string | undefined)[] {
  const kinds: (string | undefined)[] = [];
  for (const facet of FACETS) kinds[FACET_BIT[facet]] = OBJECT_KIND[facet];
  return Array.from({ length: values.size }, (_, number) => {
    const kind = kinds[values.bits[number]!];
    return kind && pickLanguage(objects.titleOf(kind, values.value(number)), lang)?.text;
  });
}
