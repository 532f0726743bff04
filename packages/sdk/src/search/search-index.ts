import { IndexedTexts } from './indexed-texts.ts';
import { Ranking } from './ranking.ts';
import type {
  ObjectText,
  Ranked,
  ServiceSearch,
  ServiceText,
  SynonymEntry,
} from './service-search.ts';
import type { Rewriter } from './rewrite.ts';

/** Search over services that understands Latvian, and the Russian and English of their fields. */
export class SearchIndex implements ServiceSearch {
  readonly #texts = new IndexedTexts();
  readonly #rewriter: Rewriter | undefined;
  readonly #ranking: Ranking;

  /** @param rewriter A `Vocabulary`; without one there are no synonyms, abbreviations, compounds. */
  constructor(rewriter?: Rewriter) {
    this.#rewriter = rewriter;
    this.#ranking = new Ranking(this.#texts, rewriter);
  }

  put(document: number, text: ServiceText): void {
    this.#texts.put(document, text);
  }

  delete(document: number): void {
    this.#texts.delete(document);
  }

  link(document: number, objects: readonly string[]): void {
    this.#texts.link(document, objects);
  }

  putObject(key: string, text: ObjectText): void {
    this.#texts.putObject(key, text);
  }

  deleteObject(key: string): void {
    this.#texts.deleteObject(key);
  }

  putSynonym(id: string, entry: SynonymEntry): void {
    this.#rewriter?.put(id, entry);
  }

  deleteSynonym(id: string): void {
    this.#rewriter?.delete(id);
  }

  rank(query: string, among: Uint8Array): Ranked | undefined {
    return this.#ranking.rank(query, among);
  }

  settle(): void {
    this.#texts.settle();
  }
}
