import { SortedSlots } from '../query/sorted-slots.ts';
import { BARE, beginning, DERIVED, sameStem, similar, type Match } from './match.ts';
import {
  EDIT,
  eachSimilar,
  firstNotBefore,
  isDoubtful,
  SLIP,
  sortedStems,
  tolerance,
  type SortedStems,
} from './similar-words.ts';
import type { QueryWord } from './query-words.ts';
import { bareRoot, merged, stemOf, withoutEnding } from './stem.ts';
import { wordOf, type Word } from './word.ts';

/** A term that a word meets, and how. */
export interface Meeting {
  term: number;
  match: Match;
}

/** Words before the last one count as beginnings of others only from this length on. */
const MIN_PREFIX = 4;
const MAX_KEPT = 64;

/**
 * The different words of all texts, numbered: inflected forms by their stems, stems by their roots
 * and in alphabetical order. A word leaves with its last text.
 */
export class Lexicon {
  readonly #terms = new Map<string, number>();
  readonly #words: (Word | undefined)[] = [];
  readonly #freeTerms: number[] = [];
  readonly #stems = new Map<string, number>();
  readonly #stemTexts: string[] = [];
  readonly #termsOf: number[][] = [];
  readonly #freeStems: number[] = [];
  readonly #stemsOfRoot = new Map<string, number[]>();
  readonly #order = new SortedSlots((a, b) => (this.#stemTexts[a]! < this.#stemTexts[b]! ? -1 : 1));
  #sorted: SortedStems | undefined;
  readonly #kept = new Map<string, readonly Meeting[]>();

  /** Number of a word, a new one where it is not known. */
  put(text: string): number {
    const known = this.#terms.get(text);
    if (known !== undefined) return known;
    const word = wordOf(text);
    const term = this.#freeTerms.pop() ?? this.#words.length;
    this.#terms.set(text, term);
    this.#words[term] = word;
    this.#termsOf[this.#stem(word)]!.push(term);
    this.#kept.clear();
    return term;
  }

  delete(term: number): void {
    const { text, stem: stemText, root } = this.#words[term]!;
    this.#terms.delete(text);
    this.#words[term] = undefined;
    this.#freeTerms.push(term);
    this.#kept.clear();
    const stem = this.#stems.get(stemText)!;
    if (without(this.#termsOf[stem]!, term) > 0) return;
    this.#stems.delete(stemText);
    this.#order.remove(stem);
    this.#freeStems.push(stem);
    if (without(this.#stemsOfRoot.get(root)!, stem) === 0) this.#stemsOfRoot.delete(root);
  }

  /** Above all numbers of words. */
  get size(): number {
    return this.#words.length;
  }

  word(term: number): Word {
    return this.#words[term]!;
  }

  /** All stems. Until the next change. */
  stems(): SortedStems {
    const order = this.#order.read();
    if (this.#sorted?.order !== order) this.#sorted = sortedStems(this.#stemTexts, order);
    return this.#sorted;
  }

  termsOf(stem: number): readonly number[] {
    return this.#termsOf[stem]!;
  }

  hasStem(stem: string): boolean {
    return this.#stems.has(stem);
  }

  /** Brings the order up to date, so that no question has to wait for it. */
  settle(): void {
    this.stems();
  }

  /**
   * All terms that a word meets. Whether and how it meets one depends on these two alone, never on
   * what else is in the lexicon: an index of fewer texts gives the same meetings for its own.
   */
  meetings(word: QueryWord): readonly Meeting[] {
    const memo = `${word.typing} ${word.known} ${word.text}`;
    const before = this.#kept.get(memo);
    if (before) return before;
    const meetings = this.#meetings(word);
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(memo, meetings);
    return meetings;
  }

  /** Terms of the word's own stem alone. */
  forms(word: Word): Meeting[] {
    const stem = this.#stems.get(word.stem);
    if (stem === undefined) return [];
    return this.#termsOf[stem]!.map((term) => ({
      term,
      match: sameStem(word, this.#words[term]!),
    }));
  }

  #meetings(word: QueryWord): Meeting[] {
    const { folded, stem, root, typing, known } = word;
    const matches = new Map<number, Match>();
    const own = this.#stems.get(stem);
    const meetings = this.forms(word);
    for (const other of this.#stemsOfRoot.get(root) ?? []) matches.set(other, DERIVED);
    for (const other of this.#stemsOfRoot.get(bareRoot(root)) ?? []) {
      if (!matches.has(other)) matches.set(other, BARE);
    }
    const stems = this.stems();
    const { texts, order } = stems;
    if (typing || folded.length >= MIN_PREFIX) {
      let at = firstNotBefore(stems, folded);
      for (; at < order.length && texts[order[at]!]!.startsWith(folded); at++) {
        const stem = order[at]!;
        if (!matches.has(stem)) matches.set(stem, beginning(word, texts[stem]!, typing));
      }
      // `ugunsgrēkā cietuš`: the typed end of a stem may be one that stems do not tell apart.
      const end = this.#stems.get(merged(folded));
      if (end !== undefined && !matches.has(end)) matches.set(end, beginning(word, folded, typing));
    }
    const limit = known ? 0 : tolerance(folded.length);
    if (limit > 0) {
      for (const typed of new Set([stem, withoutEnding(folded)])) {
        eachSimilar(stems, typed, { limit, typing }, (other, cost, whole) => {
          if (!matches.has(other) && isLikely(typed, texts[other]!, cost, whole)) {
            const doubtful = isDoubtful(typed, texts[other]!, cost);
            matches.set(other, similar(cost, whole, doubtful));
          }
        });
      }
      // A slip in the ending keeps it from being taken off.
      const cut = this.#stems.get(stemOf(folded.slice(0, -1)));
      if (cut !== undefined && !matches.has(cut)) matches.set(cut, similar(EDIT, true));
    }
    for (const [other, match] of matches) {
      if (other === own) continue;
      for (const term of this.#termsOf[other]!) meetings.push({ term, match });
    }
    return meetings;
  }

  #stem({ stem: text, root }: Word): number {
    const known = this.#stems.get(text);
    if (known !== undefined) return known;
    const stem = this.#freeStems.pop() ?? this.#stemTexts.length;
    this.#stems.set(text, stem);
    this.#stemTexts[stem] = text;
    this.#termsOf[stem] = [];
    this.#order.add(stem);
    const siblings = this.#stemsOfRoot.get(root);
    if (siblings) siblings.push(stem);
    else this.#stemsOfRoot.set(root, [stem]);
    return stem;
  }
}

/**
 * Whether a word may be a slip for a stem. Short words are near too many others: there the first
 * letter must be right, and a whole edit only where a letter was left out of a longer word.
 */
function isLikely(typed: string, stem: string, cost: number, whole: boolean): boolean {
  if (typed.length >= 6 && (whole || typed[0] === stem[0])) return true;
  if (typed[0] !== stem[0]) return false;
  if (!whole) return typed.length >= 5;
  return typed.length >= MIN_PREFIX || cost <= SLIP || stem.length > typed.length;
}

/** Takes a value out of a list and tells how many remain. */
function without(list: number[], value: number): number {
  const at = list.indexOf(value);
  list[at] = list[list.length - 1]!;
  list.pop();
  return list.length;
}
