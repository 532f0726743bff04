/** Seconds since 2000, from 1; in the range that an order by score can hold until 2068. */
export function changedSeconds(changedAt: string | undefined): number {
  if (changedAt === undefined) return 1;
  const seconds = (Date.parse(changedAt) - Date.UTC(2000, 0)) / 1000;
  return Math.min(Math.max(Math.floor(seconds) || 0, 1), 2 ** 31 - 1);
}
