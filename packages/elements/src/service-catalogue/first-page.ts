import type { ServiceList } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { ServiceSource } from '@pvp/sdk/source';
import type { Question } from '../controllers/service-query.ts';

/** The question for the beginning of a list. More of it is asked for by a part of its own. */
export function firstPage(source: ServiceSource, query: ServiceListQuery): Question<ServiceList> {
  return {
    source,
    key: JSON.stringify(query),
    peek: () => source.peekList(query),
    load: (options) => source.loadList(query, options),
  };
}
