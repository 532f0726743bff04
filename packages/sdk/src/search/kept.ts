/** The latest answers to questions that come again, no more than `most`. */
export class Kept<T> {
  readonly #answers = new Map<string, T>();

  constructor(private readonly most: number) {}

  /** The answer that is kept, or the one that is made now. */
  get(question: string, make: () => T): T {
    let answer = this.#answers.get(question);
    if (answer === undefined) {
      this.#answers.set(question, (answer = make()));
      // The first key is the oldest.
      if (this.#answers.size > this.most) this.#answers.delete(this.#answers.keys().next().value!);
    }
    return answer;
  }

  clear(): void {
    this.#answers.clear();
  }
}
