import type { CardCost, Cost } from '@pvp/contract';
import { told } from './told.ts';

const DEFAULT_CURRENCY = 'EUR';

/** Whether a payment row tells something in words. */
export const isInWords = ({ description }: Cost): boolean =>
  Object.values(description ?? {}).some((text) => told(text));

/**
 * The price of a result row. `free` is said only where payment rows exist and none is above zero.
 * Amounts that differ give the lowest and the highest one: `varies` where rows are for several ways of
 * receiving, `differs` where it is something else that they depend on. Where a row tells its price in words
 * alone, or currencies differ, no amount would be true and none is given.
 * `undefined`: the description tells nothing.
 */
export function cardCost(costs: readonly Cost[] | undefined): CardCost | undefined {
  const rows = costs?.filter((row) => row.value !== undefined || isInWords(row));
  if (!rows?.length) return undefined;
  const several = new Set(rows.map(({ channel }) => channel)).size > 1 ? 'varies' : 'differs';
  let min = Infinity;
  let max = -Infinity;
  const currencies = new Set<string>();
  for (const row of rows) {
    if (row.value === undefined) return { kind: several };
    min = Math.min(min, row.value);
    max = Math.max(max, row.max ?? row.value);
    // Nothing costs nothing in any currency.
    if ((row.max ?? row.value) > 0) currencies.add(row.currency ?? DEFAULT_CURRENCY);
  }
  if (max <= 0) return { kind: 'free' };
  if (currencies.size > 1) return { kind: several };
  const [currency] = currencies;
  return { kind: min === max ? 'fixed' : several, min, max, currency };
}
