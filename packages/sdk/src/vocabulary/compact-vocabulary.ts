import { wordsOf } from '../search/fold.ts';
import type { SynonymEntry } from '../search/index.ts';
import { Kept } from '../search/kept.ts';
import { CYRILLIC } from '../search/stem.ts';
import { sparinglyMarked, wordOf } from '../search/word.ts';
import { MARKED, UNMARKED } from './parse-compact-vocabulary.ts';

const ANY_MARKED = new RegExp(`[${MARKED}]`, 'g');

/**
 * Everyday words as browsers load them: with semicolons between, for each entry the words to look
 * for instead and what people type: `pirmsskol izglitib iestad,pi;bernudarz,darzin`. Endings that
 * the search disregards are left out. All is in lower case, so that a capital letter of one byte can
 * stand for a Latvian letter of two.
 *
 * @param languages Only what people type in these. Default: in all; an entry without any is left out.
 */
export function compactVocabulary(
  entries: Iterable<SynonymEntry>,
  languages?: readonly string[],
): string {
  const compact: SynonymEntry[] = [];
  for (const { means, terms } of entries) {
    const typed = (languages ?? Object.keys(terms)).flatMap((lang) => terms[lang] ?? []);
    if (typed.length > 0) compact.push(compactEntry({ means, terms: { und: typed } }));
  }
  return compactText(compact);
}

/** The same of entries that are in the words of their compact form already; each is in the text. */
export function compactText(entries: Iterable<SynonymEntry>): string {
  const lists: string[] = [];
  for (const { means, terms } of entries) {
    lists.push(listed(means), listed(Object.values(terms).flatMap((typed) => typed ?? [])));
  }
  return lists.join(';').replace(ANY_MARKED, (letter) => UNMARKED[MARKED.indexOf(letter)]!);
}

/** An entry in the words of its compact form, so that a search over either ranks alike. */
export function compactEntry({ means, terms }: SynonymEntry): SynonymEntry {
  const typed = Object.entries(terms).map(
    ([lang, phrases = []]) => [lang, phrases.map(cut)] as const,
  );
  return { means: means.map(cut), terms: Object.fromEntries(typed) };
}

/** Each once. No separator is among them: words are letters and digits. */
function listed(phrases: readonly string[]): string {
  return [...new Set(phrases)].filter(Boolean).join();
}

/** What is left of words: entries share them, and each takes several analyses. */
const cutWords = new Kept<string>(1 << 15);

/** A phrase whose words lost the endings and marks that the search disregards: fewer bytes to load. */
function cut(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => cutWords.get(word, () => unmarked(shortest(word))))
    .join(' ');
}

/** Without the marks that tell nothing. Cyrillic words have none, and Latin letters for others. */
function unmarked(text: string): string {
  const word = wordOf(text);
  const plain = sparinglyMarked(word);
  return CYRILLIC.test(text) || wordOf(plain).weight !== word.weight ? text : plain;
}

/** The shortest beginning of a word that is the same word to the search. */
function shortest(text: string): string {
  const { stem, root, weight } = wordOf(text);
  for (let length = stem.length; length < text.length; length++) {
    const start = text.slice(0, length);
    const word = wordOf(start);
    if (word.stem === stem && word.root === root && word.weight === weight) return start;
  }
  return text;
}
