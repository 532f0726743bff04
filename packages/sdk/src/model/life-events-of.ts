import type { Service } from '@pvp/contract';

/** Life events of a service: its own first, then those that its needs belong to, each once. */
export function lifeEventsOf(
  service: Pick<Service, 'lifeEvents' | 'needs'>,
  lifeEventsOfNeed: (needId: string) => readonly string[],
): string[] {
  const all = new Set(service.lifeEvents);
  for (const need of service.needs ?? []) {
    for (const lifeEvent of lifeEventsOfNeed(need)) all.add(lifeEvent);
  }
  return [...all];
}
