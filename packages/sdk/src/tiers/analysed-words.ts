import { foldedWords, wordOf, type Word } from '../search/word.ts';

/**
 * Version of the rules by which words are analysed and titles ordered. A tier says by which rules it
 * was written; a reader with others analyses its words itself. `analysed-words.test.ts` tells when it grows.
 */
export const ANALYSIS = 4;

/**
 * What is known of words beforehand, in three texts: for each word how its stem is made of the folded
 * word, how its root is made of the stem, and its weight (base 36, one digit). “How” is the number of
 * letters that are cut off, as a character from `0` on, and what is put in their place.
 */
export type WordCodes = readonly [stems: string, roots: string, weights: string];

const NOTHING_CUT = 48;
const AS_IT_IS = '0';

/** What is to be told of words. */
export function codesOf(words: readonly string[]): WordCodes {
  const codes = words.map(wordOf);
  return [
    codes.map(({ folded, stem }) => difference(folded, stem)).join(' '),
    codes.map(({ stem, root }) => difference(stem, root)).join(' '),
    codes.map(({ weight }) => weight.toString(36)).join(''),
  ];
}

/** Whether so many words are told of. */
export function areTold(count: number, [stems, roots, weights]: WordCodes): boolean {
  return (
    [stems, roots, weights].every((each) => typeof each === 'string') && weights.length === count
  );
}

/** Whether a word that is told of says something. */
export function isTelling(nth: number, [, , weights]: WordCodes): boolean {
  return weights[nth] !== '0';
}

/** Words as they are told. */
export function toldWords(texts: readonly string[], [stems, roots, weights]: WordCodes): Word[] {
  const ofStems = stems.split(' ');
  const ofRoots = roots.split(' ');
  const forms = foldedWords(texts);
  return texts.map((text, nth) => {
    const folded = forms[nth];
    if (folded === undefined) return wordOf(text);
    const stem = changed(folded, ofStems[nth]);
    const root = changed(stem, ofRoots[nth]);
    return { text, folded, stem, root, weight: parseInt(weights[nth]!, 36) };
  });
}

function difference(from: string, to: string): string {
  let same = 0;
  while (same < to.length && from[same] === to[same]) same++;
  return String.fromCharCode(NOTHING_CUT + from.length - same) + to.slice(same);
}

function changed(from: string, code = AS_IT_IS): string {
  if (code === AS_IT_IS) return from;
  const left = from.slice(0, from.length + NOTHING_CUT - code.charCodeAt(0));
  return code.length > 1 ? left + code.slice(1) : left;
}
