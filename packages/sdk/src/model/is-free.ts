import type { Cost } from '@pvp/contract';
import { isInWords } from './card-cost.ts';

/**
 * Value of the facet `free`: `true` where no payment row is above zero, `false` where one is,
 * `undefined` where a row tells its price in words alone, so that neither can be promised.
 */
export function isFree(costs: readonly Cost[] | undefined): boolean | undefined {
  let inWords = false;
  for (const row of costs ?? []) {
    if ((row.max ?? row.value ?? 0) > 0) return false;
    inWords ||= row.value === undefined && isInWords(row);
  }
  return inWords ? undefined : true;
}
