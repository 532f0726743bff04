/** What a person types, key by key. */
import type { Service } from '@pvp/contract';
import { coreQuestions } from './core-questions.ts';
import { seededRandom } from './word-forms.ts';

const LONGEST = 60;

/** Every beginning of questions of all classes, in the order of typing. */
export function keysOf(services: readonly Service[], perClass: number): string[] {
  return [...coreQuestions(services, perClass, seededRandom(3))].flatMap(({ q }) =>
    Array.from({ length: Math.min(q.length, LONGEST) }, (_, at) => q.slice(0, at + 1)),
  );
}

/** Of several passes over the same keys the middle time of each, in milliseconds, lowest first. */
export function middleTimes(passes: readonly (readonly number[])[]): number[] {
  const middle = passes[0]!.map((_, key) => {
    const times = passes.map((times) => times[key]!).sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)]!;
  });
  return middle.sort((a, b) => a - b);
}

export function quantile(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}
