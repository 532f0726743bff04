/**
 * Full-text search as the catalogue index needs it. Documents are small whole numbers that the caller
 * hands out; an engine keeps no rows and gives no results of its own, only scores.
 */
export interface ServiceSearch {
  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void;
  delete(document: number): void;
  /** Keys of the objects that lead to a document: who gives it, its needs and life events. */
  link(document: number, objects: readonly string[]): void;
  /** Adds an object that documents are linked to, or replaces it; it may come after them. */
  putObject(key: string, text: ObjectText): void;
  deleteObject(key: string): void;
  /** Everyday words and what the register calls it. An id that is known is replaced. */
  putSynonym(id: string, entry: SynonymEntry): void;
  deleteSynonym(id: string): void;
  /**
   * Scores documents. `undefined`: the text holds no word to search for.
   *
   * @param among By document: 1 where it passes the filters. Words are weighed by how rare they are
   *   among these.
   */
  rank(query: string, among: Uint8Array): Ranked | undefined;
}

/** The searchable text of a service, in all its languages. */
export interface ServiceText {
  titles: readonly string[];
  alternativeTitles: readonly string[];
  keywords: readonly string[];
  summaries: readonly string[];
}

/** The searchable text of an object that leads to services. */
export interface ObjectText {
  titles: readonly string[];
  /** Names of the place that an institution serves. With one, the object is local. */
  places?: readonly string[];
  /** 0–1: how much a word in it says, where one in a title says 1. */
  weight: number;
}

/** Words that people use, and the words of the register that they stand for. */
export interface SynonymEntry {
  /** By language: words or phrases that people type. */
  terms: Readonly<Record<string, readonly string[] | undefined>>;
  /** Words or phrases to look for instead. */
  means: readonly string[];
}

/** Holds until the next question or change. */
export interface Ranked {
  /** The documents that match, in no order, whether they pass the filters or not. */
  readonly documents: Int32Array;
  /** By document: a whole number below 2^31, higher is better; 0: no match. */
  readonly scores: Int32Array;
}
