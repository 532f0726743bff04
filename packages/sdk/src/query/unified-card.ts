import type { ServiceCard } from '@pvp/contract';

/** The card of a unified service: of its instances only what they share is told. */
export function unifiedCard(
  cards: readonly ServiceCard[],
  text: Pick<ServiceCard, 'title' | 'summary' | 'lang'>,
): ServiceCard {
  const [first] = cards;
  const shared = <K extends 'cost' | 'term' | 'outage'>(field: K) => {
    const told = JSON.stringify(first![field]);
    return cards.every((card) => JSON.stringify(card[field]) === told) ? first![field] : undefined;
  };
  const inAll = <T>(lists: readonly (readonly T[] | undefined)[]): T[] =>
    (lists[0] ?? []).filter((value) => lists.every((list) => list?.includes(value)));
  const card: ServiceCard = {
    ...first!,
    ...text,
    recipients: inAll(cards.map((one) => one.recipients)),
    channels: inAll(cards.map((one) => one.channels)),
    cost: shared('cost'),
    term: shared('term'),
    outage: shared('outage'),
    status: cards.some(({ status }) => status === 'active') ? 'active' : first!.status,
    instances: cards.length,
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
