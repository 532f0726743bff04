import { Vocabulary } from '@pvp/sdk/search';
import { shippedVocabulary } from './shipped-vocabulary.ts';

type Question = Parameters<Vocabulary['rewrites']>;

let shippedSearch: Vocabulary | undefined;

/**
 * The everyday words that searches of a register ask. The shipped ones take time to put (some
 * 0.2 s), so it is done once, at the first question of the process; words of a register's own stand
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
    shippedSearch ??= searchOfShipped();
    const rewrites = shippedSearch.rewrites(...question);
    return this.#own.size > 0 ? [...rewrites, ...super.rewrites(...question)] : rewrites;
  }
}

function searchOfShipped(): Vocabulary {
  const search = new Vocabulary();
  for (const [id, entry] of shippedVocabulary().compact) search.put(shippedKey(id), entry);
  return search;
}

function shippedKey(id: string): string {
  return `shipped/${id}`;
}

function recordKey(id: string): string {
  return `record/${id}`;
}
