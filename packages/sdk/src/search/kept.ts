/** The answers to the latest questions, which come again, no more than `most`. */
export class Kept<T> {
  readonly #answers = new Map<string, T>();

  constructor(private readonly most: number) {}

  /** The answer that is kept, or the one that is made now. */
  get(question: string, make: () => T): T {
    const answers = this.#answers;
    const answer = answers.get(question) ?? make();
    // What was asked for last stands last, and the first one leaves.
    answers.delete(question);
    answers.set(question, answer);
    if (answers.size > this.most) answers.delete(answers.keys().next().value!);
    return answer;
  }

  clear(): void {
    this.#answers.clear();
  }
}
