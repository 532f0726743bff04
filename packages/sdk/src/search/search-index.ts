import { IndexedTexts } from './indexed-texts.ts';
import { Ranking } from './ranking.ts';
import type { ObjectText, Ranked, ServiceText, SynonymEntry } from './searched-text.ts';
import type { Rewriter } from './rewrite.ts';

/**
 * Search over services that understands Latvian, and the Russian and English of their fields.
 * Documents are small whole numbers that the caller hands out; the engine keeps no rows and gives no
 * results of its own, only scores.
 */
export class SearchIndex {
  /** For those who explain and correct. */
  readonly texts = new IndexedTexts();
  readonly ranking: Ranking;
  readonly #rewriter: Rewriter | undefined;

  /** @param rewriter A `Vocabulary`; without one there are no synonyms, abbreviations, compounds. */
  constructor(rewriter?: Rewriter) {
    this.#rewriter = rewriter;
    this.ranking = new Ranking(this.texts, rewriter);
  }

  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void {
    this.texts.put(document, text);
  }

  delete(document: number): void {
    this.texts.delete(document);
  }

  /** Keys of the objects that lead to a document: who gives it, its needs and life events. */
  link(document: number, objects: readonly string[]): void {
    this.texts.link(document, objects);
  }

  /** Adds an object that documents are linked to, or replaces it; it may come after them. */
  putObject(key: string, text: ObjectText): void {
    this.texts.putObject(key, text);
  }

  deleteObject(key: string): void {
    this.texts.deleteObject(key);
  }

  /** Everyday words and what the register calls it; an id that is known is replaced. */
  putSynonym(id: string, entry: SynonymEntry): void {
    this.#rewriter?.put(id, entry);
  }

  deleteSynonym(id: string): void {
    this.#rewriter?.delete(id);
  }

  /**
   * Scores documents. `undefined`: the text holds no word to search for.
   *
   * @param among By document: 1 where it passes the filters. Words are weighed by how rare they are
   *   among these.
   * @param lenient Also those that meet less of the question than a result must.
   */
  rank(query: string, among: Uint8Array, lenient = false): Ranked | undefined {
    return this.ranking.rank(query, among, lenient);
  }

  /** Does now what would else be done for the next question. */
  settle(): void {
    this.texts.settle();
  }
}
