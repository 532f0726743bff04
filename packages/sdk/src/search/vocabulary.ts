import { ABBREVIATIONS } from './abbreviations.ts';
import { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { NumberLists } from './number-lists.ts';
import { officialWords, type QueryWord } from './query-words.ts';
import type { Rewrite, Rewriter } from './rewrite.ts';
import type { SynonymEntry } from './searched-text.ts';

interface Phrase {
  id: string;
  /** Numbers of its words in the lexicon, each once. */
  terms: readonly number[];
  means: readonly (readonly QueryWord[])[];
  match: Match;
}

const SYNONYM: Match = { kind: 'synonym', quality: 55, cover: 85 };
const ABBREVIATION: Match = { kind: 'synonym', quality: 80, cover: 95 };
const COMPOUND: Match = { kind: 'compound', quality: 80, cover: 95 };
/** A word meets an everyday word only when it is it: a few letters could become anything. */
const MIN_COVER = 70;
const MIN_TYPED = 4;
/** Shortest part of a compound. */
const MIN_PART = 4;

/** Everyday words, abbreviations and compounds: what else the words of a question may be called. */
export class Vocabulary implements Rewriter {
  readonly #lexicon = new Lexicon();
  readonly #phrases: (Phrase | undefined)[] = [];
  readonly #phrasesOf = new NumberLists();
  readonly #numbersOf = new Map<string, number[]>();

  constructor() {
    for (const line of ABBREVIATIONS) {
      const short = line.slice(0, line.indexOf(' '));
      const long = line.slice(short.length);
      this.#put(short, [short], [long], ABBREVIATION);
      this.#put(short, [long], [short], ABBREVIATION);
    }
  }

  put(id: string, { terms, means }: SynonymEntry): void {
    this.delete(id);
    this.#put(
      `/${id}`,
      Object.values(terms).flatMap((each) => each ?? []),
      means,
      SYNONYM,
    );
  }

  delete(id: string): void {
    for (const number of this.#numbersOf.get(`/${id}`) ?? []) {
      for (const term of this.#phrases[number]!.terms) {
        this.#phrasesOf.remove(term, number);
        if (this.#phrasesOf.length(term) === 0) this.#lexicon.delete(term);
      }
      this.#phrases[number] = undefined;
    }
    this.#numbersOf.delete(`/${id}`);
  }

  rewrites(words: readonly QueryWord[], lexicon: Lexicon): Rewrite[] {
    const known = (rewrite: Rewrite) => rewrite.words.every((word) => lexicon.hasStem(word.stem));
    const compounds = [...joined(words), ...parted(words)].filter(known);
    return [...this.#synonyms(words), ...compounds];
  }

  #put(id: string, terms: readonly string[], means: readonly string[], match: Match): void {
    const numbers = this.#numbersOf.get(id) ?? [];
    this.#numbersOf.set(id, numbers);
    const official = means.map(officialWords);
    for (const phrase of terms) {
      const own = new Set(officialWords(phrase).map(({ text }) => this.#lexicon.put(text)));
      if (own.size === 0) continue;
      const number = this.#phrases.length;
      this.#phrases.push({ id, terms: [...own], means: official, match });
      numbers.push(number);
      for (const term of own) this.#phrasesOf.add(term, number);
    }
  }

  *#synonyms(words: readonly QueryWord[]): Generator<Rewrite> {
    /** By term: the place of the word that meets it best. */
    const met = new Map<number, { position: number; match: Match }>();
    words.forEach((word, position) => {
      const typing = word.typing && word.folded.length >= MIN_TYPED;
      for (const { term, match } of this.#lexicon.meetings({ ...word, typing })) {
        const best = met.get(term);
        if (match.cover < MIN_COVER || (best && best.match.quality >= match.quality)) continue;
        met.set(term, { position, match });
      }
    });
    const seen = new Set<number>();
    for (const term of met.keys()) {
      const start = this.#phrasesOf.start(term);
      for (const number of this.#phrasesOf.cells.slice(
        start,
        start + this.#phrasesOf.length(term),
      )) {
        if (seen.has(number)) continue;
        seen.add(number);
        const { id, terms, means, match } = this.#phrases[number]!;
        const places = terms.map((each) => met.get(each));
        if (places.includes(undefined)) continue;
        const positions = [...new Set(places.map((place) => place!.position))];
        if (positions.length < terms.length) continue;
        const quality = Math.min(...places.map((place) => place!.match.quality));
        const cover = Math.min(...places.map((place) => place!.match.cover));
        for (const official of means) {
          yield {
            positions,
            words: official,
            id,
            match: {
              kind: match.kind,
              quality: Math.round((match.quality * quality) / 100),
              cover: Math.round((match.cover * cover) / 100),
            },
          };
        }
      }
    }
  }
}

/** `dzīves vieta` → `dzīvesvieta` */
function* joined(words: readonly QueryWord[]): Generator<Rewrite> {
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words[at - 1]!, words[at]!];
    yield {
      positions: [at - 1, at],
      words: officialWords(left.text + right.text),
      match: COMPOUND,
    };
  }
}

/** `pirmsskolasizglītība` → `pirmsskolas izglītība`, at every place where two words may meet. */
function* parted(words: readonly QueryWord[]): Generator<Rewrite> {
  for (const [position, { text, known }] of words.entries()) {
    if (known) continue;
    for (let at = MIN_PART; at <= text.length - MIN_PART; at++) {
      const words = officialWords(`${text.slice(0, at)} ${text.slice(at)}`);
      yield { positions: [position], words, match: COMPOUND };
    }
  }
}
