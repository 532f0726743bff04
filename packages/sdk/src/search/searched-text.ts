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
