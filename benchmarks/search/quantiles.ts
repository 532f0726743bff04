/**
 * Of several passes over the same keys the lowest time of each, in milliseconds, lowest first: what
 * else the machine did meanwhile is left out.
 */
export function lowestTimes(passes: readonly (readonly number[])[]): number[] {
  const lowest = passes[0]!.map((_, key) => Math.min(...passes.map((times) => times[key]!)));
  return lowest.sort((a, b) => a - b);
}

export function quantile(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}
