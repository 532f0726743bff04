import type { ResourceState, ServiceCard } from '@pvp/contract';
import { cardTerm } from '../model/card-term.ts';
import type { CardSource } from '../model/service-card.ts';

/**
 * The card of a unified service: of its instances only what they share is told.
 *
 * @param first Card of the instance that stands for all.
 * @param instances All of them, this one first.
 */
export function unifiedCard(
  first: ServiceCard,
  instances: readonly CardSource[],
  {
    text,
    lang,
    outageOf,
  }: {
    text: Pick<ServiceCard, 'title' | 'summary' | 'lang'>;
    /** Language of the card. */
    lang: string | undefined;
    /** Worst state of what an instance depends on. */
    outageOf: (id: string) => ResourceState | undefined;
  },
): ServiceCard {
  const [own, ...others] = instances;
  const inAll = <T>(field: 'recipients' | 'channels', values: readonly T[] = []): T[] =>
    values.filter((value) => instances.every((each) => each[field]?.includes(value as never)));
  const card: ServiceCard = {
    ...first,
    ...text,
    recipients: inAll('recipients', first.recipients),
    channels: inAll('channels', first.channels),
    cost: others.every(({ cost }) => isSame(cost, first.cost)) ? first.cost : undefined,
    // Rows of a tier have the very list in common: nothing is worked out for it.
    term: others.every(
      ({ terms }) => terms === own!.terms || isSame(cardTerm(terms, lang), first.term),
    )
      ? first.term
      : undefined,
    outage: others.every(({ id }) => outageOf(id) === first.outage) ? first.outage : undefined,
    status: instances.some(({ status }) => status === 'active') ? 'active' : first.status,
    instances: instances.length,
  };
  // The text is that of the unified service, which no institution's mark or hash speaks of.
  for (const field of ['institution', 'machine', 'hash'] as const) delete card[field];
  for (const field of ['cost', 'term', 'outage'] as const) {
    if (card[field] === undefined) delete card[field];
  }
  for (const field of ['recipients', 'channels'] as const) {
    if (card[field]?.length === 0) delete card[field];
  }
  if (card.summary === undefined) delete card.summary;
  return card;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
