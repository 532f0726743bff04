import { wordsOf } from '../search/fold.ts';
import type { SynonymEntry } from '../search/service-search.ts';
import { wordOf } from '../search/word.ts';

/**
 * Everyday words as browsers load them: an entry a line, first the words to look for instead, then
 * those that people type: `pirmsskol izglītīb iestād,pii|bērnudārz,dārziņ`.
 *
 * @param languages Only what people type in these. Default: in all; an entry without any is left out.
 */
export function vocabularyLines(
  entries: Iterable<SynonymEntry>,
  languages?: readonly string[],
): string {
  const lines: string[] = [];
  for (const entry of entries) {
    const terms = termsOf(entry, languages).map(shortened);
    if (terms.length === 0) continue;
    lines.push(`${phrases(entry.means.map(shortened))}|${phrases(terms)}`);
  }
  return lines.join('\n');
}

/** An entry in the words of its line, so that a search over either ranks alike. */
export function shortenedEntry({ terms, means }: SynonymEntry): SynonymEntry {
  const inLanguage = Object.entries(terms).map(
    ([lang, phrases = []]) => [lang, phrases.map(shortened)] as const,
  );
  return { terms: Object.fromEntries(inLanguage), means: means.map(shortened) };
}

function termsOf({ terms }: SynonymEntry, languages?: readonly string[]): string[] {
  return (languages ?? Object.keys(terms)).flatMap((lang) => terms[lang] ?? []);
}

/** Each once. None holds a comma or a bar: words are letters and digits. */
function phrases(all: readonly string[]): string {
  return [...new Set(all)].filter(Boolean).join();
}

/** A phrase whose words lost the endings that the search disregards: a fifth fewer bytes to load. */
function shortened(phrase: string): string {
  return wordsOf(phrase).map(shortest).join(' ');
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
