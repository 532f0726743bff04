import { explain, type Explanation } from '../search/explain.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { CatalogueIndex, ServiceFilter } from './catalogue-index.ts';

/** A service in the engine behind an index. */
export interface Behind {
  search: SearchIndex;
  document: number;
  /** By document: 1 where it passes the filters. */
  among: Uint8Array;
}

/**
 * Why a service stands where it stands for a question. `undefined`: the index does not hold it, or the
 * question holds no word to search for.
 */
export function explainService(
  index: CatalogueIndex,
  query: ServiceFilter & { q: string },
  id: string,
): Explanation | undefined {
  const behind = index.behind(query, id);
  return behind && explain(behind.search, query.q, behind.document, behind.among);
}
