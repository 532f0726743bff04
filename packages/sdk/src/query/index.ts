/** Lists of services: the question, its address, and the index that answers it in memory. */
export { catalogueEntry, type CatalogueEntry } from './catalogue-entry.ts';
export { CatalogueIndex, type ServiceFilter } from './catalogue-index.ts';
export { ChangingCatalogue } from './changing-catalogue.ts';
export { explainService, type Behind } from './explain-service.ts';
export { FACETS, type Facet } from './facet-values.ts';
export { latvianSortKey } from './latvian-sort-key.ts';
export type { LinkedObject } from './linked-objects.ts';
export { listRecordOf } from './list-record.ts';
export {
  parseServiceListQuery,
  type ParsedServiceListQuery,
  type QueryFinding,
} from './parse-service-list-query.ts';
export { DEFAULT_LIMIT, MAX_LIMIT, MAX_QUERY_LENGTH } from './service-list-limits.ts';
export type { ServiceListQuery } from './service-list-query.ts';
export { serviceListSearchParams } from './service-list-search-params.ts';
export { Slices, type SliceOptions } from './slices.ts';
