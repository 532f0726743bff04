/** Rounds of measuring contenders side by side, and the table of what came out. */
import { setTimeout } from 'node:timers/promises';

export const PHASES = ['first copy', 'no news', '50 changes'] as const;
export const CHANGED = 50;
/** Before a first copy: a database goes on writing for a while after it has said that it is done. */
const SETTLE_MS = 1_000;
/** The figures of one contender in one phase, one per round, in milliseconds. */
export type Times = Map<string, number[][]>;

export interface Measured {
  /** Milliseconds that a sync took. */
  sync(): Promise<{ ms: number; count: number }>;
  close(): Promise<unknown>;
}

/**
 * In each round every contender begins anew; all are asked for one phase before the next begins, and
 * each round begins with another of them, so that what else the machine does, and what it still has to
 * do for the one before, meets all of them alike.
 */
export async function measureRounds(
  names: readonly string[],
  rounds: number,
  open: (name: string) => Promise<Measured>,
  change: () => Promise<void>,
): Promise<Times> {
  const times: Times = new Map(names.map((name) => [name, PHASES.map(() => [])]));
  for (let round = 0; round < rounds; round++) {
    const opened = new Map<string, Measured>();
    const counts = new Set<number>();
    const turn = round % names.length;
    const inTurn = [...names.slice(turn), ...names.slice(0, turn)];
    for (const [phase] of PHASES.entries()) {
      if (phase === 2) await change();
      for (const name of inTurn) {
        if (phase === 0) {
          opened.set(name, await open(name));
          await setTimeout(SETTLE_MS);
        }
        const { ms, count } = await opened.get(name)!.sync();
        times.get(name)![phase]!.push(ms);
        counts.add(count);
      }
    }
    if (counts.size !== 1) throw new Error(`The copies differ: ${[...counts].join(', ')} records.`);
    for (const measured of opened.values()) await measured.close();
  }
  return times;
}

/** Middle times, and the first contender's against each other one's. */
export function rowsOf(times: Times): string[][] {
  const [[first] = ['']] = times;
  const own = times.get(first)!.map(median);
  return [...times].map(([name, phases]) => [
    name,
    ...phases.flatMap((all, phase) => {
      const ms = median(all);
      const ratio = name === first ? '' : (own[phase]! / ms).toFixed(2);
      return [`${ms.toFixed(ms < 10 ? 1 : 0)} ms`, ratio];
    }),
  ]);
}

export const HEAD = ['', ...PHASES.flatMap((phase) => [phase, 'ours / this'])];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
