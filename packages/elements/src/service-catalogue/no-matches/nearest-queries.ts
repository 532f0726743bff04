import type { ServiceListQuery } from '@pvp/sdk/query';

/** Letters of a word that are tried in its place where the whole word finds nothing. */
const SHORTEST = 4;
const MOST = 4;

/**
 * Questions that are near one without an answer, the nearest first: without one of its words, then
 * with a word's beginning alone, for the end is where words are bent and misspelt.
 */
export function nearestQueries(query: ServiceListQuery): ServiceListQuery[] {
  const words = query.q?.trim().split(/\s+/) ?? [];
  const tried = new Set([words.join(' ')]);
  const nearest: ServiceListQuery[] = [];
  const add = (q: string) => {
    if (!q || tried.has(q) || nearest.length >= MOST) return;
    tried.add(q);
    nearest.push({ ...query, q });
  };
  if (words.length > 1) {
    // Short words tell least.
    const byLength = [...words].sort((a, b) => a.length - b.length);
    for (const left of byLength) add(words.filter((word) => word !== left).join(' '));
  }
  const [longest = ''] = [...words].sort((a, b) => b.length - a.length);
  for (const share of [0.75, 0.5]) {
    const length = Math.max(SHORTEST, Math.floor(longest.length * share));
    if (length < longest.length) add(longest.slice(0, length));
  }
  return nearest;
}
