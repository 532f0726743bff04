/** What a visitor chooses beside words. */
import type { Facet } from '../../translations/catalogue-messages.ts';
import { noFilters } from '../catalogue-filters.ts';
import type { CatalogueVisit } from '../catalogue-visit.ts';

/** Takes one value of a facet in or out. */
export function toggle(visit: CatalogueVisit, facet: Facet, value: string): void {
  const { filters } = visit;
  const before = filters.selected[facet] ?? [];
  const values = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value];
  visit.filter({ ...filters, selected: { ...filters.selected, [facet]: values } });
}

/** Takes everything back, or the filters alone. */
export function clear(visit: CatalogueVisit, isSearchKept = false): void {
  if (!isSearchKept) visit.typed = '';
  const { q, sort } = visit.filters;
  visit.filter({ ...noFilters, ...(isSearchKept && { q }), sort });
}
