import type { Service } from '@pvp/contract';
import type { ServiceSource } from '@pvp/sdk/source';
import type { Question } from '../controllers/service-query.ts';

/** The question for one description. The answer holds all its languages. */
export function cardQuestion(source: ServiceSource, id: string): Question<Service> {
  return {
    source,
    key: id,
    peek: () => source.peekService(id),
    load: (options) => source.loadService(id, options),
  };
}
