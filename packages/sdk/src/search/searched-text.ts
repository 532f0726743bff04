/** The searchable text of a service, in all its languages. */
export interface ServiceText {
  titles: readonly string[];
  alternativeTitles: readonly string[];
  keywords: readonly string[];
  summaries: readonly string[];
}

/** Texts of documents as words: those of a document together, in the order of `FIELDS`. */
export interface TextsInWords {
  /** In lower case, as `wordsOfEach` gives them. */
  words: readonly string[];
  /** By text: its document. */
  documents: readonly number[];
  /** By text: its field. */
  fields: readonly number[];
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
