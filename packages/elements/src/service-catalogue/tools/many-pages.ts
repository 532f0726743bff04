/** A list that was unfolded beyond its first page. */
import type { ServiceList } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Answer, LoadOptions, ServiceSource } from '@pvp/sdk/source';
import type { Question } from '../../controllers/service-query.ts';

/** The question for the first pages of a list, answered as one list. */
export function firstPages(
  source: ServiceSource,
  query: ServiceListQuery,
  pages: number,
): Question<ServiceList> {
  return {
    source,
    key: JSON.stringify([query, pages]),
    peek: () => undefined,
    load: async (options: LoadOptions) => {
      const answers: Answer<ServiceList>[] = [];
      for (let page: ServiceListQuery | undefined = query; page;) {
        const isLast = answers.length === pages - 1;
        // "Show more" needs the last page alone; a refresh needs all of them.
        const held = isLast || options.revalidate ? undefined : source.peekList(page);
        const answer: Answer<ServiceList> = held ?? (await source.loadList(page, options));
        answers.push(answer);
        const cursor = answer.data.next;
        page = cursor && !isLast ? { ...query, cursor } : undefined;
      }
      return joined(answers);
    },
  };
}

/** Pages as one list. A service that moved between two pages meanwhile stands there once. */
function joined(answers: Answer<ServiceList>[]): Answer<ServiceList> {
  const last = answers.at(-1)!;
  const items = new Map(answers.flatMap(({ data }) => data.items.map((card) => [card.id, card])));
  const oldest = answers.find(({ freshness }) => freshness.state !== 'fresh') ?? answers[0]!;
  return {
    data: { ...last.data, items: [...items.values()] },
    freshness: oldest.freshness,
    key: answers.map(({ key }) => key).join(),
  };
}
