/**
 * Full-text search as the catalogue index needs it. Documents are small integers that the caller
 * hands out; an engine keeps no titles and gives no results of its own, only scores.
 */
export interface ServiceSearch {
  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void;
  delete(document: number): void;
  /** Titles of an institution, in all languages; documents name it by its id. */
  putInstitution(id: string, titles: readonly string[]): void;
  deleteInstitution(id: string): void;
  /** Scores all documents. `undefined`: the text holds no word to search for. */
  rank(query: string): Ranked | undefined;
}

/** The searchable text of a service, in all its languages. */
export interface ServiceText {
  titles: readonly string[];
  alternativeTitles: readonly string[];
  keywords: readonly string[];
  summaries: readonly string[];
  /** Ids of holder and providers. */
  institutions: readonly string[];
}

/** Holds until the next change of the engine. */
export interface Ranked {
  /** A whole number below 2^31, higher is better; 0: no match. */
  score(document: number): number;
}
