import type { Met } from './gathered.ts';
import type { IndexedTexts } from './indexed-texts.ts';
import type { Lexicon, Meeting } from './lexicon.ts';
import type { Match } from './match.ts';
import type { QueryWord } from './query-words.ts';
import type { SynonymEntry } from './searched-text.ts';

/** Other words for some words of a question. */
export interface Rewrite {
  /** Places of the words that they stand for. */
  readonly positions: readonly number[];
  readonly words: readonly QueryWord[];
  readonly match: Match;
  /** Id of the entry that says so, where one does. */
  readonly id?: string;
}

/** What a rewrite gives in the texts that are searched. */
export interface Meaning extends Rewrite {
  /** The same for all that give the same. */
  readonly key: string;
  readonly met: Met;
  /** A bit for each of the positions. */
  readonly places: number;
  /** The words of texts that it meets. */
  readonly meetings: readonly Meeting[];
  /**
   * Whether what was typed is an everyday word or phrase for something that takes more than a word
   * to tell: “mašīna” is any vehicle of any service, “zags” is a marriage to register.
   */
  readonly leadsFar: boolean;
}

/** Knows what else the words of a question may be called. */
export interface Rewriter {
  put(id: string, entry: SynonymEntry): void;
  delete(id: string): void;
  /** Does what would else be done for the next question, in steps. */
  preparing(): Iterable<unknown>;
  /**
   * What the words may stand for; depends on them and on the entries alone.
   *
   * @param lexicon Compounds of words that are not in it lead nowhere and are left out.
   */
  rewrites(words: readonly QueryWord[], lexicon: Lexicon): Rewrite[];
  /** The same with what it gives in some texts, as far as it gives anything. */
  meanings(words: readonly QueryWord[], texts: IndexedTexts): Meaning[];
}
