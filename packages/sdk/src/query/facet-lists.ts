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
 */
export function facetLists(
  counts: Int32Array,
  {
    selected,
    values,
    objects,
    lang,
  }: {
    selected: Uint8Array;
    values: FacetValues;
    objects: LinkedObjects;
    lang: string | undefined;
  },
): ServiceList['facets'] {
  const facets: Record<string, FacetValue[]> = {};
  const byBit = new Map<number, FacetValue[]>();
  for (const facet of FACETS) byBit.set(FACET_BIT[facet], (facets[facet] = []));
  const bits = values.bits;
  counts.forEach((count, number) => {
    // A selected value stays in sight without hits: it can be seen and taken back.
    if (count === 0 && !selected[number]) return;
    byBit.get(bits[number]!)!.push({ value: values.value(number), count });
  });
  for (const facet of FACETS) {
    const kind = OBJECT_KIND[facet];
    facets[facet]!.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    if (!kind) continue;
    for (const entry of facets[facet]!) {
      const title = pickLanguage(objects.titleOf(kind, entry.value), lang);
      if (title) entry.title = title.text;
    }
  }
  return facets;
}
