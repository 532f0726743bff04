import { createHash } from 'node:crypto';
import type { Synonym, VocabularyEntry } from '@pvp/contract';
import type { SynonymEntry } from '@pvp/sdk/search';
import { compactEntry } from '@pvp/sdk/vocabulary';
import { shippedVocabulary } from './shipped-vocabulary.ts';
import { VocabularySearch } from './vocabulary-search.ts';

/**
 * The everyday words that a register knows: those that ship with it, and the records of kind
 * `synonym`. A record of the whole country takes the place of the shipped entry with its id; one of
 * an institution stands beside it, so that no institution changes what others rely on.
 */
export class VocabularyContents {
  /** What searches ask. */
  readonly search = new VocabularySearch();
  readonly #records = new Map<string, Synonym>();
  #entries: readonly VocabularyEntry[] | undefined;
  #version: string | undefined;

  /** Adds a record or replaces it. */
  put(record: Synonym): void {
    this.#records.set(record.id, record);
    this.search.put(record.id, compactEntry(record));
    this.#settle(record.id);
  }

  /** An id that is not held is no error. */
  delete(id: string): void {
    if (!this.#records.delete(id)) return;
    this.search.delete(id);
    this.#settle(id);
  }

  /** All that holds: shipped entries as they stand in their files, then records by id. */
  entries(): readonly VocabularyEntry[] {
    return (this.#entries ??= [
      ...shippedVocabulary().entries.filter(({ id }) => !this.#isReplaced(id)),
      ...[...this.#records.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, terms, means, institution }) => ({
          id,
          terms,
          means,
          ...(institution && { institution }),
        })),
    ]);
  }

  /** All that holds as searches have it, each under a name of its own. */
  searched(): (readonly [name: string, entry: SynonymEntry])[] {
    return this.entries().map(({ id, institution, ...entry }) => {
      const shipped = this.#records.has(id) ? undefined : shippedVocabulary().compact.get(id);
      return [institution ? `${institution}/${id}` : id, shipped ?? compactEntry(entry)];
    });
  }

  /** Of all entries: the version of the shipped ones, a point, and a digest. */
  get version(): string {
    return (this.#version ??= [
      shippedVocabulary().version,
      createHash('sha256').update(JSON.stringify(this.entries())).digest('hex').slice(0, 12),
    ].join('.'));
  }

  #isReplaced(shippedId: string): boolean {
    const record = this.#records.get(shippedId);
    return record !== undefined && !record.institution;
  }

  #settle(id: string): void {
    this.search.setReplaced(id, this.#isReplaced(id));
    this.#entries = this.#version = undefined;
  }
}
