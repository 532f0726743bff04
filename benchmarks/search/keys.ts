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
