import { fold, wordsOf } from './fold.ts';
import { latin, rootOf, stemOf } from './stem.ts';

/** A word in the forms in which it is compared. */
export interface Word {
  /** As written: lower case, composed, with diacritics. */
  readonly text: string;
  /** Without diacritics, in Latin letters. */
  readonly folded: string;
  readonly stem: string;
  readonly root: string;
}

/** No word is longer; what is longer is no word. */
const MAX_LENGTH = 40;

export function wordOf(text: string): Word {
  const cut = text.slice(0, MAX_LENGTH);
  const folded = fold(cut);
  const stem = stemOf(folded);
  return { text: cut, folded: latin(folded), stem, root: rootOf(stem) };
}

/** The words of a text, at most `most`; only as much of the text is looked at as may hold them. */
export function analysed(text: string, most = Infinity): Word[] {
  const looked = text.slice(0, most * MAX_LENGTH);
  return wordsOf(looked).slice(0, most).map(wordOf);
}
