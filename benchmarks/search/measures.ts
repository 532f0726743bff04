import type { Question } from './questions.ts';

/** Gives the ids of the best ten services, best first. */
export type Search = (q: string) => readonly string[] | Promise<readonly string[]>;

/** How well the questions of one class were answered; all but `count` are shares. */
export interface Measure {
  count: number;
  /** Mean of 1 / place of the first right one among ten. */
  mrr: number;
  /** A right one is among the first three. */
  success: number;
  /** Of what could be among ten, how much is. */
  recall: number;
  /** Without any result; right where nothing answers. */
  empty: number;
}

/** Measures by class, in the order of the questions, and of all whose answer is there. */
export async function measure(
  questions: readonly Question[],
  search: Search,
  missed: (question: Question, found: readonly string[]) => void = () => undefined,
): Promise<Map<string, Measure>> {
  const measures = new Map<string, Measure>();
  for (const question of questions) {
    const { right } = question;
    const found = (await search(question.q)).slice(0, 10);
    const place = found.findIndex((id) => right.has(id));
    const isMissed = right.size > 0 ? place < 0 || place >= 3 : found.length > 0;
    if (isMissed) missed(question, found);
    const hits = found.filter((id) => right.has(id)).length;
    for (const name of [question.class, ...(right.size > 0 ? [ALL] : [])]) {
      const all = measures.get(name) ?? { count: 0, mrr: 0, success: 0, recall: 0, empty: 0 };
      measures.set(name, all);
      all.count++;
      all.mrr += place < 0 ? 0 : 1 / (place + 1);
      all.success += Number(place >= 0 && place < 3);
      all.recall += right.size > 0 ? hits / Math.min(10, right.size) : 0;
      all.empty += Number(found.length === 0);
    }
  }
  for (const each of measures.values()) {
    each.mrr /= each.count;
    each.success /= each.count;
    each.recall /= each.count;
    each.empty /= each.count;
  }
  return measures;
}

export const ALL = 'all with an answer';
