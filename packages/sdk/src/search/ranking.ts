import { FIELD_BITS, IMPACT_BITS, MAX_IMPACT, TEXT_END, TITLE } from './indexed-texts.ts';
import type { IndexedTexts } from './indexed-texts.ts';
import type { Match } from './match.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import type { Ranked } from './service-search.ts';
import type { Rewrite, Vocabulary } from './vocabulary.ts';

/** Shorter words do not meet objects: too many of these begin so. */
const MIN_OBJECT_WORD = 3;
/** Share of the words that a result must meet, in hundredths. */
const MIN_COVER = 55;
/** Share of its words in which other words must be met, in hundredths. */
const MIN_REWRITE_COVER = 70;
/** What is left of a score where the question names a place and the service is for another one. */
const ELSEWHERE = 0.4;
const SCALE = 1e6;
/** What `among` holds for a document that passes the filters. */
const PASSES = 1;
/** So many of the best results have their titles read once more. */
const CANDIDATES = 256;
const TITLE_COVER_BONUS = 0.25;
const IN_ORDER_BONUS = 0.1;

/** Matches of one word, by document. */
class Gathered {
  readonly quality: Int32Array;
  readonly cover: Uint8Array;
  /** Documents in no order; the first `count` hold. */
  readonly touched: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.quality = new Int32Array(capacity);
    this.cover = new Uint8Array(capacity);
    this.touched = new Int32Array(capacity);
  }

  add(document: number, quality: number, cover: number): void {
    if (this.cover[document] === 0) this.touched[this.count++] = document;
    if (quality > this.quality[document]!) this.quality[document] = quality;
    if (cover > this.cover[document]!) this.cover[document] = cover;
  }

  clear(): void {
    for (let nth = 0; nth < this.count; nth++) {
      const document = this.touched[nth]!;
      this.quality[document] = this.cover[document] = 0;
    }
    this.count = 0;
  }
}

/** What other words for some words of the question give, by document. */
interface Rewritten {
  positions: readonly number[];
  documents: Int32Array;
  quality: Int32Array;
  cover: Uint8Array;
}

/**
 * Scores the documents of one question.
 *
 * Whether a document is a result depends on it and the question alone; frequencies only order
 * results. So counts of facets agree with lists, and an index of one institution with one of all.
 * Sums are whole numbers or made in the order of the question, and logarithms are built of plain
 * arithmetic: every engine gives the same number.
 */
export class Ranking {
  readonly #texts: IndexedTexts;
  readonly #vocabulary: Vocabulary;
  #gathered = new Gathered(0);

  constructor(texts: IndexedTexts, vocabulary: Vocabulary) {
    this.#texts = texts;
    this.#vocabulary = vocabulary;
  }

  rank(query: string, among: Uint8Array): Ranked | undefined {
    const words = queryWords(query);
    if (words.length === 0) return undefined;
    const { capacity } = this.#texts;
    if (this.#gathered.touched.length < capacity) this.#gathered = new Gathered(capacity * 2);
    const gathered = this.#gathered;
    const rewritten = this.#vocabulary
      .rewrites(words)
      .map((rewrite) => this.#rewrite(rewrite))
      .filter((each) => each.documents.length > 0);

    let size = 0;
    for (let document = 0; document < capacity; document++) if (among[document] === PASSES) size++;
    const sums = new Float64Array(capacity);
    const covers = new Int32Array(capacity);
    const placeCovers = new Int32Array(capacity);
    let here: Uint8Array | undefined;
    let [total, weights, placeWeights] = [0, 0, 0];
    words.forEach((word, position) => {
      const places = this.#gather(word, gathered);
      for (const { positions, documents, quality, cover } of rewritten) {
        if (!positions.includes(position)) continue;
        documents.forEach((document, nth) => gathered.add(document, quality[nth]!, cover[nth]!));
      }
      let squares = 0;
      for (let nth = 0; nth < gathered.count; nth++) {
        const document = gathered.touched[nth]!;
        if (among[document] === PASSES) squares += gathered.cover[document]! ** 2;
      }
      const weight = word.weight * rarity(size, squares / 1e4);
      total += weight * 100 * MAX_IMPACT;
      if (places.size > 0) placeWeights += word.weight;
      else weights += word.weight;
      const covered = places.size > 0 ? placeCovers : covers;
      if (places.size > 0) here ??= new Uint8Array(capacity);
      for (let nth = 0; nth < gathered.count; nth++) {
        const document = gathered.touched[nth]!;
        sums[document]! += weight * gathered.quality[document]!;
        covered[document]! += word.weight * gathered.cover[document]!;
        if (places.size > 0) here![document] = 1;
      }
      gathered.clear();
    });

    const elsewhere = here && this.#elsewhere(here);
    // Where a place is all that was asked for, what is there is the result.
    const asked = weights > 0 ? covers : placeCovers;
    const needed = (weights > 0 ? weights : placeWeights) * MIN_COVER;
    const whole = (weights > 0 ? weights : placeWeights) * 100;
    const scores = new Int32Array(capacity);
    for (let document = 0; document < capacity; document++) {
      const cover = asked[document]!;
      if (cover < needed) continue;
      const share = cover / whole;
      const factor = elsewhere?.[document] ? ELSEWHERE : 1;
      scores[document] =
        1 + Math.floor(((SCALE * sums[document]!) / total) * share * share * factor);
    }
    this.#readTitles(words, scores, among);
    return { scores };
  }

  /** Collects what meets a word. Gives the objects whose place it names. */
  #gather(word: QueryWord, into: Gathered): ReadonlySet<number> {
    const { words, postings, objectWords, objectsWith, objects, documentsOf } = this.#texts;
    for (const { term, match } of words.meetings(word, word.typing, word.known)) {
      collect(postings.cells, postings.start(term), postings.length(term), match, into);
    }
    const places = new Set<number>();
    if (word.folded.length < MIN_OBJECT_WORD) return places;
    for (const { term, match } of objectWords.meetings(word, word.typing, word.known)) {
      const first = objectsWith.start(term);
      for (let cell = first; cell < first + objectsWith.length(term); cell++) {
        const number = objectsWith.cells[cell]!;
        const object = objects[number]!;
        if (object.places.has(term) && isSure(match)) places.add(number);
        const quality = match.quality * object.impact;
        const start = documentsOf.start(number);
        for (let nth = start; nth < start + documentsOf.length(number); nth++) {
          into.add(documentsOf.cells[nth]!, quality, match.cover);
        }
      }
    }
    return places;
  }

  #rewrite({ positions, words, match }: Rewrite): Rewritten {
    const { words: lexicon, postings } = this.#texts;
    const gathered = this.#gathered;
    const qualities = new Map<number, number>();
    const covers = new Map<number, number>();
    for (const word of words) {
      if (match.kind === 'compound') {
        for (const { term, match: form } of lexicon.forms(word)) {
          collect(postings.cells, postings.start(term), postings.length(term), form, gathered);
        }
      } else {
        this.#gather(word, gathered);
      }
      for (let nth = 0; nth < gathered.count; nth++) {
        const document = gathered.touched[nth]!;
        qualities.set(document, (qualities.get(document) ?? 0) + gathered.quality[document]!);
        covers.set(document, (covers.get(document) ?? 0) + gathered.cover[document]!);
      }
      gathered.clear();
    }
    const documents = [...covers.keys()].filter(
      (document) => covers.get(document)! >= MIN_REWRITE_COVER * words.length,
    );
    const share = 100 * words.length;
    return {
      positions,
      documents: Int32Array.from(documents),
      quality: Int32Array.from(documents, (document) =>
        Math.floor((match.quality * qualities.get(document)!) / share),
      ),
      cover: Uint8Array.from(documents, (document) =>
        Math.floor((match.cover * covers.get(document)!) / share),
      ),
    };
  }

  /** Documents of local institutions that are not among those of the place. */
  #elsewhere(here: Uint8Array): Uint8Array {
    const { objects, documentsOf } = this.#texts;
    const elsewhere = new Uint8Array(here.length);
    objects.forEach((object, number) => {
      if (!object || object.places.size === 0) return;
      const start = documentsOf.start(number);
      for (let nth = start; nth < start + documentsOf.length(number); nth++) {
        const document = documentsOf.cells[nth]!;
        if (!here[document]) elsewhere[document] = 1;
      }
    });
    return elsewhere;
  }

  /**
   * Reads the titles of the best results: one that is met as a whole and in the order of the words
   * moves up. Which ones are read follows from the scores, never from the order of documents.
   */
  #readTitles(words: readonly QueryWord[], scores: Int32Array, among: Uint8Array): void {
    const least = leastOfBest(scores, among);
    if (least === undefined) return;
    const positions = this.#positions(words);
    const { wordsOf } = this.#texts;
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document]!;
      if (score < least || among[document] !== PASSES) continue;
      const start = wordsOf.start(document);
      const bonus = titleBonus(
        wordsOf.cells.subarray(start, start + wordsOf.length(document)),
        positions,
        words.length,
      );
      scores[document] = Math.floor(score * (1 + bonus));
    }
  }

  /** By term: the place of the question's word that it meets. */
  #positions(words: readonly QueryWord[]): ReadonlyMap<number, number> {
    const positions = new Map<number, number>();
    words.forEach((word, position) => {
      for (const { term } of this.#texts.words.meetings(word, word.typing, word.known)) {
        if (!positions.has(term)) positions.set(term, position);
      }
    });
    return positions;
  }
}

function collect(
  cells: Int32Array,
  start: number,
  length: number,
  { quality, cover }: Match,
  into: Gathered,
): void {
  for (let cell = start; cell < start + length; cell++) {
    const posting = cells[cell]!;
    into.add(posting >> IMPACT_BITS, quality * (posting & MAX_IMPACT), cover);
  }
}

function isSure({ kind }: Match): boolean {
  return kind === 'exact' || kind === 'unmarked' || kind === 'inflected';
}

/** About log2 of how rare a word is: straight lines between the powers of two. */
function rarity(size: number, frequency: number): number {
  let ratio = 1 + (size + 1) / (frequency + 0.5);
  let whole = 0;
  for (; ratio >= 2; ratio /= 2) whole++;
  return whole + ratio - 1;
}

/** Lowest score of the best results, so many that their titles can be read; none where too many are equal. */
function leastOfBest(scores: Int32Array, among: Uint8Array): number | undefined {
  let best = 0;
  for (let document = 0; document < scores.length; document++) {
    if (among[document] === PASSES && scores[document]! > best) best = scores[document]!;
  }
  if (best === 0) return undefined;
  const steps = 64;
  const counts = new Int32Array(steps + 1);
  for (let document = 0; document < scores.length; document++) {
    const score = scores[document]!;
    if (score > 0 && among[document] === PASSES) counts[Math.floor((score * steps) / best)]!++;
  }
  let [step, count] = [steps, counts[steps]!];
  if (count > CANDIDATES) return undefined;
  while (step > 0 && count + counts[step - 1]! <= CANDIDATES) count += counts[--step]!;
  return Math.ceil((step * best) / steps);
}

function titleBonus(
  cells: Int32Array,
  positions: ReadonlyMap<number, number>,
  asked: number,
): number {
  let best = 0;
  let [length, met, inOrder, before] = [0, 0, 0, -2];
  for (const cell of cells) {
    if (cell === TEXT_END) {
      if (length > 0) {
        const bonus =
          (TITLE_COVER_BONUS * met) / length +
          (asked > 1 ? (IN_ORDER_BONUS * inOrder) / (asked - 1) : 0);
        if (bonus > best) best = bonus;
      }
      [length, met, inOrder, before] = [0, 0, 0, -2];
      continue;
    }
    if ((cell & ((1 << FIELD_BITS) - 1)) !== TITLE) break;
    length++;
    const position = positions.get(cell >> FIELD_BITS);
    if (position !== undefined) met++;
    if (position !== undefined && position === before + 1) inOrder++;
    before = position ?? -2;
  }
  return best;
}
