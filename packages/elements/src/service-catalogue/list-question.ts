import type { ServiceList } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Answer, LoadOptions, ServiceSource } from '@pvp/sdk/source';
import type { Question } from '../controllers/service-query.ts';

/** The question for the first pages of a list, answered as one list. */
export function listQuestion(
  source: ServiceSource,
  query: ServiceListQuery,
  pages: number,
): Question<ServiceList> {
  return {
    source,
    key: JSON.stringify([query, pages]),
    peek: () => {
      const answers: Answer<ServiceList>[] = [];
      for (let cursor: string | undefined; answers.length < pages;) {
        const answer = source.peekList(at(query, cursor));
        if (!answer) return undefined;
        answers.push(answer);
        cursor = answer.data.next;
        if (!cursor) break;
      }
      return joined(answers);
    },
    load: async (options: LoadOptions) => {
      const answers: Answer<ServiceList>[] = [];
      for (let cursor: string | undefined; answers.length < pages;) {
        const page = at(query, cursor);
        // "Show more" needs the last page alone; a refresh needs all of them.
        const isLast = answers.length === pages - 1;
        const held = isLast || options.revalidate ? undefined : source.peekList(page);
        const answer = held ?? (await source.loadList(page, options));
        answers.push(answer);
        cursor = answer.data.next;
        if (!cursor) break;
      }
      return joined(answers);
    },
  };
}

function at(query: ServiceListQuery, cursor: string | undefined): ServiceListQuery {
  return cursor ? { ...query, cursor } : query;
}

/** Pages as one list. A service that moved between two pages meanwhile stands there once. */
function joined(answers: Answer<ServiceList>[]): Answer<ServiceList> {
  const first = answers[0]!;
  const last = answers.at(-1)!;
  if (first === last) return first;
  const items = new Map(answers.flatMap(({ data }) => data.items.map((card) => [card.id, card])));
  const { next, ...list } = { ...first.data, next: last.data.next, items: [...items.values()] };
  return {
    data: next ? { ...list, next } : list,
    freshness:
      answers.find(({ freshness }) => freshness.state !== 'fresh')?.freshness ?? first.freshness,
    key: answers.map(({ key }) => key).join(),
  };
}
