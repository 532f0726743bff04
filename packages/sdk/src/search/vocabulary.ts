import { ABBREVIATIONS } from './abbreviations.ts';
import { COVER, COVER_BITS, Gathered, type Met } from './gathered.ts';
import { addNumber, removeNumber } from './growing-lists.ts';
import { IMPACT_BITS } from './impacts.ts';
import type { IndexedTexts } from './indexed-texts.ts';
import { Kept } from './kept.ts';
import { Lexicon, type Meeting } from './lexicon.ts';
import { COMPOUND_KIND, match, SYNONYM_KIND, type Match } from './match.ts';
import { NumberLists } from './number-lists.ts';
import { keyOf, officialWords, type QueryWord } from './query-words.ts';
import type { Meaning, Rewrite, Rewriter } from './rewrite.ts';
import type { SynonymEntry } from './searched-text.ts';
import { CYRILLIC } from './stem.ts';
import { putWord } from './put-word.ts';
import { removeWord } from './word-removal.ts';
import { sparinglyMarked, type Word } from './word.ts';

interface Phrase {
  id: string;
  /** Numbers of its words in the lexicon, each once. */
  terms: readonly number[];
  means: readonly (readonly QueryWord[])[];
  match: Match;
}

const SYNONYM = match(SYNONYM_KIND, 55, 85);
/** Several words together leave less doubt than one of them that has only its root in common. */
const PHRASE = match(SYNONYM_KIND, 80, 85);
const ABBREVIATION = match(SYNONYM_KIND, 80, 95);
const COMPOUND = match(COMPOUND_KIND, 80, 95);
/** A word meets an everyday word only when it is it: a few letters could become anything. */
const MIN_COVER = 70;
const MIN_TYPED = 4;
/** Shortest stem that may be a Russian one in Latin letters. */
const MIN_FOREIGN = 4;
/** Shortest part of a compound. */
const MIN_PART = 4;
/** From this quality on, it is this everyday word that was typed. */
const SURE = 40;
/** Covers of a phrase, which has no more than 12 words, are summed in so many bits. */
const SUM_BITS = 11;
const SUM = (1 << SUM_BITS) - 1;
/** Share of its words in which a rewrite must be met, in hundredths. */
const MIN_MET = 70;
/** The weight of words that tell for whom and when, and not what. */
const CIRCUMSTANCE = 3;
const NOTHING: Met = { documents: new Int32Array(0), values: new Int32Array(0) };
/** As many parts as the words of a long question have. */
const MAX_KEPT = 128;

/** Everyday words, abbreviations and compounds: what else the words of a question may be called. */
export class Vocabulary implements Rewriter {
  readonly #lexicon = new Lexicon();
  readonly #phrases: (Phrase | undefined)[] = [];
  readonly #phrasesOf = new NumberLists();
  readonly #numbersOf = new Map<string, number[]>();
  /** Words of compounds: those of a question are looked at anew with every key. */
  readonly #compounds = new Kept<QueryWord[]>(MAX_KEPT);
  /** By word of a question. */
  readonly #meetings = new Kept<readonly Meeting[]>(MAX_KEPT);
  /** By document, while a phrase is looked for: the qualities of its words, then their covers. */
  #sums = new Int32Array(0);
  #documents = new Int32Array(0);
  readonly #forms = new Gathered();

  /** So many of the abbreviations are put: the first question needs them, and nobody before. */
  #abbreviations = 0;

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
    this.#meetings.clear();
    for (const number of this.#numbersOf.get(`/${id}`) ?? []) {
      for (const term of this.#phrases[number]!.terms) {
        if (removeNumber(this.#phrasesOf, term, number)) removeWord(this.#lexicon, term);
      }
      this.#phrases[number] = undefined;
    }
    this.#numbersOf.delete(`/${id}`);
  }

  *preparing(): Generator<unknown> {
    while (this.#abbreviations < ABBREVIATIONS.length) yield this.#putAbbreviation();
    yield this.#lexicon.stems();
  }

  #putAbbreviation(): void {
    const line = ABBREVIATIONS[this.#abbreviations++]!;
    const short = line.slice(0, line.indexOf(' '));
    const long = line.slice(short.length);
    this.#put(short, [short], [long], ABBREVIATION);
    this.#put(short, [long], [short], ABBREVIATION);
  }

  rewrites(words: readonly QueryWord[], lexicon: Lexicon): Rewrite[] {
    while (this.#abbreviations < ABBREVIATIONS.length) this.#putAbbreviation();
    lexicon.list();
    const known = (rewrite: Rewrite) =>
      rewrite.words.every((word) => lexicon.termsOf(word.stem).length > 0);
    const compounds = [...this.#joined(words), ...this.#parted(words)].filter(known);
    return [...this.#synonyms(words), ...compounds];
  }

  meanings(asked: readonly QueryWord[], texts: IndexedTexts): Meaning[] {
    return this.rewrites(asked, texts.words)
      .map((rewrite): Meaning => {
        const { words, match, positions } = rewrite;
        const { kind, quality, cover } = match;
        const isSure = kind === SYNONYM_KIND && quality >= SURE;
        const [official] = words;
        // “карта” is “karte”, but “karte” leads nowhere else.
        const leadsFar =
          isSure &&
          (words.length + positions.length > 2 ||
            (official!.weight > CIRCUMSTANCE && official!.root !== asked[positions[0]!]!.root));
        const key = [kind, quality, cover, ...words.map(({ text }) => text)].join(' ');
        const met = texts.rewritten.get(key, () => this.#metBy(rewrite, texts));
        const places = positions.reduce((bits, position) => bits | (1 << position), 0);
        return { ...rewrite, key, met, places, meetings: met.meetings!, leadsFar };
      })
      .filter(({ met }) => met.documents.length > 0);
  }

  #metBy({ words, match: { kind, quality, cover } }: Rewrite, texts: IndexedTexts): Met {
    const isCompound = kind === COMPOUND_KIND;
    // What is typed moves quality and cover at every key, and not what the words behind it give.
    const key = `${isCompound} ${words.map(({ text }) => text).join(' ')}`;
    const {
      documents,
      values: sums,
      meetings,
    } = texts.rewritten.get(key, () => this.#sumsOf(words, isCompound, texts));
    const values = new Int32Array(sums.length);
    const whole = 100 * words.length;
    for (let nth = 0; nth < sums.length; nth++) {
      const sum = sums[nth]!;
      const own = ((quality * (sum >>> SUM_BITS)) / whole) << COVER_BITS;
      values[nth] = own | ((cover * (sum & SUM)) / whole);
    }
    return { documents, values, meetings };
  }

  /** Documents that meet most of a phrase; sums of what they give for its words stand for values. */
  #sumsOf(words: readonly QueryWord[], isCompound: boolean, texts: IndexedTexts): Met {
    if (this.#sums.length < texts.capacity) {
      this.#sums = new Int32Array(texts.capacity * 1.5);
      this.#documents = new Int32Array(texts.capacity * 1.5);
    }
    const sums = this.#sums;
    const all = this.#documents;
    const meetings: Meeting[] = [];
    let count = 0;
    const least = MIN_MET * words.length;
    // Words that nothing meets can be too many, and then the others need not be looked for.
    let most = 100 * words.length;
    const mets: Met[] = [];
    for (const word of words) {
      const found = isCompound ? this.#formsOf(word, texts) : texts.gather(word);
      if (found.met.documents.length === 0) most -= 100;
      if (most < least) return NOTHING;
      meetings.push(...found.meetings);
      mets.push(found.met);
    }
    // What no rare word gives does not meet enough of the others, of which there may be many documents.
    mets.sort((a, b) => a.documents.length - b.documents.length);
    most = 100 * words.length;
    for (const { documents, values } of mets) {
      for (let nth = 0; nth < documents.length; nth++) {
        const document = documents[nth]!;
        if (sums[document] === 0) {
          if (most < least) continue;
          all[count++] = document;
        }
        const value = values[nth]!;
        sums[document]! += ((value >> COVER_BITS) << SUM_BITS) | (value & COVER);
      }
      most -= 100;
    }
    const values = new Int32Array(count);
    let enough = 0;
    for (let nth = 0; nth < count; nth++) {
      const document = all[nth]!;
      const sum = sums[document]!;
      sums[document] = 0;
      if ((sum & SUM) < least) continue;
      all[enough] = document;
      values[enough++] = sum;
    }
    return { documents: all.slice(0, enough), values: values.subarray(0, enough), meetings };
  }

  #formsOf(
    word: QueryWord,
    { words, postings, capacity }: IndexedTexts,
  ): { meetings: Meeting[]; met: Met } {
    const meetings = words.forms(word);
    this.#forms.begin(capacity);
    for (const { term, match } of meetings) {
      this.#forms.take(postings, term, match.quality, match.cover, IMPACT_BITS);
    }
    return { meetings, met: this.#forms.taken() };
  }

  #put(id: string, terms: readonly string[], means: readonly string[], match: Match): void {
    const numbers = this.#numbersOf.get(id) ?? [];
    this.#numbersOf.set(id, numbers);
    const official = means.map(officialWords);
    for (const phrase of terms) {
      const own = new Set(officialWords(phrase).map(({ text }) => putWord(this.#lexicon, text)));
      if (own.size === 0) continue;
      const number = this.#phrases.length;
      const sure = match === SYNONYM && own.size > 1 ? PHRASE : match;
      this.#phrases.push({ id, terms: [...own], means: official, match: sure });
      numbers.push(number);
      for (const term of own) addNumber(this.#phrasesOf, term, number);
    }
  }

  *#synonyms(words: readonly QueryWord[]): Generator<Rewrite> {
    /** By term: the place of the word that meets it best. */
    const met = new Map<number, { position: number; match: Match; isChance: boolean }>();
    words.forEach((word, position) => {
      const typing = word.typing && word.folded.length >= MIN_TYPED;
      const typed = { ...word, typing, text: sparinglyMarked(word) };
      // By the word as it was typed: “torgovlya” folds as “торговля” does, and has another stem.
      const key = keyOf({ ...word, typing });
      const meetings = this.#meetings.get(key, () => this.#lexicon.meetings(typed));
      for (const { term, match } of meetings) {
        const best = met.get(term);
        if (match.cover < MIN_COVER || (best && best.match.quality >= match.quality)) continue;
        met.set(term, { position, match, isChance: isChance(word, this.#lexicon.word(term)) });
      }
    });
    /** By phrase: how many of its words are met. */
    const counts = new Uint8Array(this.#phrases.length);
    const numbers = [...met.keys()].flatMap((term) => [...this.#phrasesOf.values(term)]);
    for (const number of numbers) counts[number]!++;
    for (const number of numbers) {
      const { id, terms, means, match } = this.#phrases[number]!;
      // Many have a word of the question, and few are met as a whole.
      if (counts[number] !== terms.length) continue;
      counts[number] = 0;
      const places = terms.map((each) => met.get(each)!);
      // One word of a phrase that is met for sure vouches for a short one: “detskij sad”.
      if (places.every((place) => place.isChance)) continue;
      const positions = [...new Set(places.map((place) => place.position))];
      if (positions.length < terms.length) continue;
      const quality = Math.min(...places.map((place) => place.match.quality));
      const cover = Math.min(...places.map((place) => place.match.cover));
      for (const official of means) {
        yield {
          positions,
          words: official,
          id,
          match: {
            ...match,
            quality: Math.round((match.quality * quality) / 100),
            cover: Math.round((match.cover * cover) / 100),
          },
        };
      }
    }
  }

  /** `dzīves vieta` → `dzīvesvieta` */
  *#joined(words: readonly QueryWord[]): Generator<Rewrite> {
    for (let at = 1; at < words.length; at++) {
      const text = words[at - 1]!.text + words[at]!.text;
      yield { positions: [at - 1, at], words: this.#compound(text), match: COMPOUND };
    }
  }

  /** `pirmsskolasizglītība` → `pirmsskolas izglītība`, at every place where two words may meet. */
  *#parted(words: readonly QueryWord[]): Generator<Rewrite> {
    for (const [position, { text, known }] of words.entries()) {
      if (known) continue;
      for (let at = MIN_PART; at <= text.length - MIN_PART; at++) {
        const words = this.#compound(`${text.slice(0, at)} ${text.slice(at)}`);
        yield { positions: [position], words, match: COMPOUND };
      }
    }
  }

  #compound(text: string): QueryWord[] {
    return this.#compounds.get(text, () => officialWords(text));
  }
}

/** Short words of other languages sound like Russian ones: “zils”, blue, is no “жилье”. */
function isChance({ text, stem }: Word, term: Word): boolean {
  return stem.length < MIN_FOREIGN && CYRILLIC.test(term.text) && !CYRILLIC.test(text);
}
