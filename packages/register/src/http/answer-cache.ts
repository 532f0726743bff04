import type { ReadModel } from '../read-model/read-model.ts';
import type { Representation } from './reply.ts';

const MAX_ENTRIES = 1000;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_KEY = 1024;

/**
 * Answers of the read API as they were sent, until anything changes in the register. Bounded, so
 * that nobody fills the memory with questions; the longest unused answer goes first.
 */
export class AnswerCache {
  readonly #model: ReadModel;
  readonly #answers = new Map<string, Representation>();
  #version = -1;
  #bytes = 0;

  constructor(model: ReadModel) {
    this.#model = model;
  }

  get(key: string, make: () => Representation): Representation {
    if (this.#version !== this.#model.version) {
      this.#answers.clear();
      this.#bytes = 0;
      this.#version = this.#model.version;
    }
    const known = this.#answers.get(key);
    if (known) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return known;
    }
    const made = make();
    if (key.length > MAX_KEY) return made;
    this.#answers.set(key, made);
    this.#bytes += made.body.byteLength;
    for (const [oldest, { body }] of this.#answers) {
      if (this.#answers.size <= MAX_ENTRIES && this.#bytes <= MAX_BYTES) break;
      this.#answers.delete(oldest);
      this.#bytes -= body.byteLength;
    }
    return made;
  }
}
