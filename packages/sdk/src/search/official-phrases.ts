import type { IndexedTexts } from './indexed-texts.ts';
import { match, SYNONYM_KIND } from './match.ts';
import { officialWords, type QueryWord } from './query-words.ts';
import type { Rewrite } from './rewrite.ts';
import { Vocabulary } from './vocabulary.ts';

/** Which documents a phrase gives follows from its words alone, however well it was typed. */
const ANY = match(SYNONYM_KIND, 0, 0);
const NONE = new Int32Array(0);

/**
 * Where the official phrases of everyday words lead. Whoever hands out words finds it as the search
 * does, and the search itself does not carry the code for it.
 */
export class OfficialPhrases extends Vocabulary {
  #words: readonly QueryWord[] = [];

  /** Documents that a question gets by any everyday word for the phrase, in no order. */
  documents(phrase: string, texts: IndexedTexts): Int32Array {
    this.#words = officialWords(phrase);
    return this.meanings([], texts)[0]?.met.documents ?? NONE;
  }

  /** Of whatever is asked: the phrase. */
  override rewrites(): Rewrite[] {
    return [{ positions: [], words: this.#words, match: ANY }];
  }
}
