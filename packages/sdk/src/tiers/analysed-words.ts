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

/** The words of a tier, in the order in which they come first: writer and reader meet them alike. */
export class AnalysedWords {
  readonly #words = new Map<string, Word>();

  /** @param before Words of another tier, which are not told again. */
  constructor(private readonly before?: AnalysedWords) {}

  /** A word that was met. */
  get(text: string): Word | undefined {
    return this.#words.get(text) ?? this.before?.get(text);
  }

  /** What is to be told of the words that come here first; each once. */
  write(words: Iterable<string>): WordCodes {
    const fresh = this.#fresh(words);
    const codes = fresh.map(wordOf);
    fresh.forEach((text, nth) => this.#words.set(text, codes[nth]!));
    return [
      codes.map(({ folded, stem }) => difference(folded, stem)).join(' '),
      codes.map(({ stem, root }) => difference(stem, root)).join(' '),
      codes.map(({ weight }) => weight.toString(36)).join(''),
    ];
  }

  /** Takes in what is told; each once. Tells whether it was as much as there are new words. */
  read(words: Iterable<string>, [stems, roots, weights]: WordCodes): boolean {
    const ofStems = stems.split(' ');
    const ofRoots = roots.split(' ');
    const fresh = this.#fresh(words);
    const forms = foldedWords(fresh);
    for (let nth = 0; nth < fresh.length; nth++) {
      const text = fresh[nth]!;
      const folded = forms[nth];
      if (folded === undefined) {
        this.#words.set(text, wordOf(text));
        continue;
      }
      const stem = changed(folded, ofStems[nth]);
      const root = changed(stem, ofRoots[nth]);
      const weight = parseInt(weights[nth]!, 36);
      this.#words.set(text, { text, folded, stem, root, weight });
    }
    return fresh.length === weights.length;
  }

  #fresh(words: Iterable<string>): string[] {
    const fresh: string[] = [];
    for (const text of words) if (!this.get(text)) fresh.push(text);
    return fresh;
  }
}

function difference(from: string, to: string): string {
  let same = 0;
  while (same < to.length && from[same] === to[same]) same++;
  return String.fromCharCode(NOTHING_CUT + from.length - same) + to.slice(same);
}

function changed(from: string, code = ''): string {
  const left = from.slice(0, from.length + NOTHING_CUT - code.charCodeAt(0));
  return code.length > 1 ? left + code.slice(1) : left;
}
