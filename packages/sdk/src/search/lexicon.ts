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
import type { Word } from './word.ts';

/** A term that a word meets, and how. */
export interface Meeting {
  term: number;
  match: Match;
}

/** Words before the last one count as beginnings of others only from this length on. */
const MIN_PREFIX = 4;
/** Fewer letters begin too much, should one of them be wrong. */
const MIN_BEGINNING = 5;
/** In stems of so many letters the first one may be wrong. */
const LONG = 6;

/**
 * The different words of all texts, numbered: inflected forms by their stems, stems by their roots
 * and in alphabetical order. Words come one by one with `putWord`, and leave
 * with their last text: `word-removal.ts`.
 */
export class Lexicon {
  /** Numbers of words by text. */
  readonly terms = new Map<string, number>();
  /** By number. */
  readonly words: (Word | undefined)[] = [];
  /** Numbers of words that left. */
  readonly free: number[] = [];
  /** Make words behind all others, some each, whose numbers are in `terms`. */
  readonly later: (() => readonly Word[])[] = [];
  /** Numbers of words; to be listed before. */
  readonly byStem = new Map<string, readonly number[]>();
  readonly stemsOfRoot = new Map<string, readonly string[]>();
  /** So many words are in these: the first question needs them, and nobody before. */
  #listed = 0;
  /** Whether stems came or left since they were sorted. */
  isOutdated = false;
  #sorted = sortedStems([]);
  /** Stems that came since. */
  #added: string[] = [];

  /** Makes all words, and lists them by their stems and roots, up to a number. */
  list(until?: number): void {
    for (let make; (make = this.later.shift());) this.words.push(...make());
    while (this.#listed < (until ?? this.size)) this.listWord(this.#listed++);
  }

  listWord(term: number): void {
    const { stem, root } = this.words[term]!;
    if (!addTo(this.byStem, stem, term)) return;
    addTo(this.stemsOfRoot, root, stem);
    this.#added.push(stem);
    this.isOutdated = true;
  }

  /** Above all numbers of words. */
  get size(): number {
    return this.words.length;
  }

  word(term: number): Word {
    return this.words[term]!;
  }

  /** Takes over all stems in their order. */
  adopt(sorted: SortedStems): void {
    this.#sorted = sorted;
    this.#added = [];
    this.isOutdated = false;
  }

  /** All stems. Until the next change. */
  stems(): SortedStems {
    this.list();
    if (this.isOutdated) {
      const held = (stem: string) => this.byStem.has(stem);
      // Two sorted parts: sorting merges them.
      const all = [...this.#sorted.stems.filter(held), ...this.#added.filter(held).sort()].sort();
      // What left and came again is there twice.
      this.adopt(sortedStems(all.filter((stem, at) => stem !== all[at - 1])));
    }
    return this.#sorted;
  }

  /** Where they are listed. */
  termsOf(stem: string): readonly number[] {
    return this.byStem.get(stem) ?? [];
  }

  /**
   * All terms that a word meets. Whether and how it meets one depends on these two alone, never on
   * what else is in the lexicon: an index of fewer texts gives the same meetings for its own.
   */
  meetings(word: QueryWord): Meeting[] {
    const { folded, stem, root, typing, known } = word;
    const matches = new Map<string, Match>();
    const add = (other: string, match: Match) => {
      if (other !== stem && !matches.has(other)) matches.set(other, match);
    };
    const sorted = this.stems();
    const { stems } = sorted;
    for (const other of this.stemsOfRoot.get(root) ?? []) add(other, DERIVED);
    for (const other of this.stemsOfRoot.get(bareRoot(root)) ?? []) add(other, BARE);
    if (typing || folded.length >= MIN_PREFIX) {
      for (let at = firstNotBefore(stems, folded); stems[at]?.startsWith(folded); at++) {
        add(stems[at]!, beginning(word, stems[at]!, typing));
      }
      // `ugunsgrēkā cietuš`: the typed end of a stem may be one that stems do not tell apart.
      add(merged(folded), beginning(word, folded, typing));
    }
    const limit = known ? 0 : tolerance(folded.length);
    if (limit > 0) {
      for (const typed of new Set([stem, withoutEnding(folded)])) {
        const begins = typed.length < LONG ? typed.slice(0, 1) : '';
        const mayGoOn = typing && typed.length >= MIN_BEGINNING;
        eachSimilar(sorted, typed, { limit, typing: mayGoOn, begins }, (other, cost, whole) => {
          if (isLikely(typed, other, cost, whole)) {
            add(other, similar(cost, whole, isDoubtful(typed, other, cost)));
          }
        });
      }
      // A slip in the ending keeps it from being taken off.
      add(stemOf(folded.slice(0, -1)), similar(EDIT, true));
    }
    const meetings = this.forms(word);
    for (const [other, match] of matches) {
      for (const term of this.termsOf(other)) meetings.push({ term, match });
    }
    return meetings;
  }

  /** Terms of the word's own stem alone. */
  forms(word: Word): Meeting[] {
    return this.termsOf(word.stem).map((term) => ({
      term,
      match: sameStem(word, this.word(term)),
    }));
  }
}

/**
 * Whether a word may be a slip for a stem. The first letter must be right in short words, which are near
 * too many others, and where the word goes on. A whole word of fewer than four letters is none that lost
 * more than a slip: “berna” is no “bēru”.
 */
function isLikely(typed: string, stem: string, cost: number, whole: boolean): boolean {
  if (typed[0] !== stem[0]) return whole;
  return !whole || stem.length >= MIN_PREFIX || cost <= SLIP || stem.length > typed.length;
}

/** Lists are made anew, so that each takes no more room than it needs. Tells whether it is the first. */
function addTo<T>(lists: Map<string, readonly T[]>, key: string, value: T): boolean {
  const list = lists.get(key);
  lists.set(key, list ? [...list, value] : [value]);
  return !list;
}
