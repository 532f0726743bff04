/** What the target answered, for faults that repeat it later. */
import { decoded, type Answer } from './answer.ts';

export interface AnswerMemory {
  /** Whether answers are still kept: the limit is not reached. */
  readonly open: boolean;
  keep(key: string, answer: Answer): void;
  /** The n-th answer, 1 being the first, without a content coding. */
  recall(key: string, nth: number): Answer | undefined;
  clear(): void;
}

/** Keeps the earliest answers, up to so many bytes in all. */
export function answerMemory(limitBytes: number): AnswerMemory {
  const answers = new Map<string, Answer[]>();
  let bytes = 0;
  return {
    get open() {
      return bytes < limitBytes;
    },
    keep(key, answer) {
      // A 304 and a 206 are no answers of their own: they belong to a copy that a client holds.
      if (answer.status === 304 || answer.status === 206) return;
      if (bytes + answer.body.length > limitBytes) return;
      bytes += answer.body.length;
      answers.set(key, [...(answers.get(key) ?? []), answer]);
    },
    recall(key, nth) {
      const answer = answers.get(key)?.[nth - 1];
      return answer && decoded(answer);
    },
    clear() {
      answers.clear();
      bytes = 0;
    },
  };
}
