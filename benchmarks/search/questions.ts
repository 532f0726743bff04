/** Questions with what answers them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A question, the class that it is counted in, and the ids of all services that answer it. */
export interface Question {
  q: string;
  class: string;
  /** Empty: nothing answers it. */
  right: ReadonlySet<string>;
}

/**
 * By title of the service: by class what people type; `also`: titles of services as right;
 * `described`: its summary.
 */
export type QuestionsByTitle = Readonly<
  Record<string, Readonly<Record<string, string | readonly (string | number)[]>>>
>;

/** Questions that have an answer, and such as nothing answers. */
export interface QuestionsAndNothing {
  services: QuestionsByTitle;
  nothing: readonly string[];
}

/** Settings are chosen by the one half; the other one tells how good they are. */
export type Half = 'development' | 'held back';

export function readSet<T>(name: string): T {
  return parse(readFileSync(new URL(`sets/${name}.yaml`, import.meta.url), 'utf8')) as T;
}

/** Every other question, by a hash of its text (FNV-1a): no one chooses which. */
export function halfOf({ q }: Question): Half {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(q)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 16) & 1 ? 'held back' : 'development';
}

/** @param idsOf Services of a title. */
export function* questionsOf(
  set: QuestionsByTitle,
  idsOf: (title: string) => readonly string[],
): Generator<Question> {
  for (const [title, { also = [], ...classes }] of Object.entries(set)) {
    const right = new Set([title, ...also].flatMap((each) => idsOf(String(each))));
    if (right.size === 0) throw new Error(`No service has the title “${title}”.`);
    for (const [name, questions] of Object.entries(classes)) {
      if (typeof questions === 'string') continue;
      for (const q of questions) yield { q: String(q), class: name, right };
    }
  }
}
