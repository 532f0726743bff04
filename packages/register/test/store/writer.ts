/** What each of the writers does that work on one database at the same time. */
import assert from 'node:assert/strict';
import type { Store } from '../../src/store/store.ts';
import { CONTEXT, service } from './test-place.ts';

export const WRITERS = 8;
const TRANSACTIONS = 15;

/** The records that a writer leaves: two of its own for each transaction, and one of everybody's. */
export function idsOf(writer: number): string[] {
  return Array.from({ length: TRANSACTIONS }, (_, n) => [
    `w${writer}-${n}-a`,
    `w${writer}-${n}-b`,
    `all-${n}`,
  ]).flat();
}

export async function writeAsWriter(store: Store, writer: number): Promise<void> {
  for (let n = 0; n < TRANSACTIONS; n += 1) {
    const outcomes = await store.write(
      [`w${writer}-${n}-a`, `w${writer}-${n}-b`, `all-${n}`].map((id) => ({
        record: service(id, { title: { lv: `${writer}: ${n}` } }),
        expect: 'any' as const,
      })),
      CONTEXT,
    );
    assert.ok(outcomes.every(({ status }) => status === 'created' || status === 'replaced'));
  }
}
