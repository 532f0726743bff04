import { setImmediate } from 'node:timers/promises';
import { Slices } from '@pvp/sdk/query';
import { Vocabulary } from '@pvp/sdk/search';
import { shippedVocabulary } from './shipped-vocabulary.ts';

type Question = Parameters<Vocabulary['rewrites']>;

/** Of the process: shipped words take some 0.2 s to put, so that it is done once. */
const shippedSearch = new Vocabulary();
let filling: Generator<void> | undefined;

/** Puts the shipped words ahead of the first question, in slices, so that none has to wait for it. */
export async function prepareShippedSearch(): Promise<void> {
  const slices = new Slices({ pause: () => setImmediate() });
  filling ??= fillShipped();
  while (!filling.next().done) if (slices.isOver) await slices.next();
}

/**
 * The everyday words that searches of a register ask: the shipped ones, and words of its own
 * beside. Where one of these replaces a shipped entry, the search has all entries for itself.
 */
export class VocabularySearch extends Vocabulary {
  readonly #own = new Set<string>();
  readonly #replaced = new Set<string>();
  #alone = false;

  /** Adds a record or replaces it, in its compact form. */
  override put(id: string, entry: Parameters<Vocabulary['put']>[1]): void {
    super.put(recordKey(id), entry);
    this.#own.add(id);
  }

  /** An id that is not held is no error. */
  override delete(id: string): void {
    super.delete(recordKey(id));
    this.#own.delete(id);
  }

  /** Whether a shipped entry no longer holds, because a record stands in its place. */
  setReplaced(shippedId: string, replaced: boolean): void {
    const { compact } = shippedVocabulary();
    const entry = compact.get(shippedId);
    if (!entry || this.#replaced.has(shippedId) === replaced) return;
    if (replaced) this.#replaced.add(shippedId);
    else this.#replaced.delete(shippedId);
    if (!this.#alone) {
      this.#alone = true;
      for (const [id, other] of compact) super.put(shippedKey(id), other);
    }
    if (replaced) super.delete(shippedKey(shippedId));
    else super.put(shippedKey(shippedId), entry);
  }

  override rewrites(...question: Question): ReturnType<Vocabulary['rewrites']> {
    if (this.#alone) return super.rewrites(...question);
    filling ??= fillShipped();
    // What was not prepared yet is put now.
    while (!filling.next().done);
    const rewrites = shippedSearch.rewrites(...question);
    return this.#own.size > 0 ? [...rewrites, ...super.rewrites(...question)] : rewrites;
  }
}

function* fillShipped(): Generator<void> {
  for (const [id, entry] of shippedVocabulary().compact) {
    shippedSearch.put(shippedKey(id), entry);
    yield;
  }
}

function shippedKey(id: string): string {
  return `shipped/${id}`;
}

function recordKey(id: string): string {
  return `record/${id}`;
}
