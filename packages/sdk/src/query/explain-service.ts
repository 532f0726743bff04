import { explain, type Explanation } from '../search/explain.ts';
import type { CatalogueIndex, ServiceFilter } from './catalogue-index.ts';

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
