import { leadsFar, wantedBeside } from './circumstances.ts';
import { Gathered } from './gathered.ts';
import { Gatherer } from './gatherer.ts';
import { MAX_IMPACT, type IndexedTexts } from './indexed-texts.ts';
import { MetTerms } from './name-bonus.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import type { Ranked } from './searched-text.ts';
import type { Rewriter } from './rewrite.ts';

/** Share of the words that a result must meet, in hundredths, and one that is only near. */
const MIN_COVER = 58;
const MIN_NEAR = 40;
/** What is left of a score where the question names a place and the service is for another one. */
const ELSEWHERE = 0.4;
/** What words weigh that nearly all services share: beside a place they add nothing to it. */
const ASKING = 1;
const SCALE = 1e6;
/** What `among` holds for a document that passes the filters. */
const PASSES = 1;
/** So many of the best results have their names read once more. */
const CANDIDATES = 64;
/** Steps in which scores are counted to find these. */
const STEPS = 64;

/** What was worked out for the words of a question, whatever the document. */
export interface Asked {
  words: readonly QueryWord[];
  /** By word: its weight times its rarity. */
  scales: readonly number[];
  /** By word: how many documents that pass the filters meet it. */
  frequencies: readonly number[];
  /** By word: whether it names a place. */
  places: readonly boolean[];
  /** The sum of qualities that no document exceeds. */
  best: number;
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
  readonly gatherer: Gatherer;
  /** The last question. */
  asked: Asked | undefined;
  readonly #met = new MetTerms();
  #word = new Gathered(0);
  #all = new Gathered(0);
  /** Of words that name a place. */
  #there = new Gathered(0);
  /** By document: the weights of the words that it meets; below 0: everyday words lead to it. */
  #metWeights = new Int32Array(0);
  #scores = new Int32Array(0);
  #results = new Int32Array(0);

  constructor(texts: IndexedTexts, rewriter: Rewriter | undefined) {
    this.#texts = texts;
    this.gatherer = new Gatherer(texts, rewriter);
  }

  rank(query: string, among: Uint8Array, lenient: boolean): Ranked | undefined {
    const words = queryWords(query);
    this.asked = undefined;
    if (words.length === 0) return undefined;
    this.#begin();
    const gathered = this.#word;
    const rewritten = this.gatherer.rewritten(words);
    this.#metWeights.fill(0);
    const everyday = rewritten.filter(({ rewrite }) => leadsFar(rewrite));
    let size = 0;
    for (let document = 0; document < among.length; document++) {
      if (among[document] === PASSES) size++;
    }
    const scales: number[] = [];
    const frequencies: number[] = [];
    const places: boolean[] = [];
    let best = 0;
    let weights = 0;
    let placeWeights = 0;
    let subject = 0;
    for (let position = 0; position < words.length; position++) {
      const { weight } = words[position]!;
      const isPlace = this.gatherer.gather(words[position]!, gathered);
      for (const { rewrite, documents, quality, cover } of rewritten) {
        if (!rewrite.positions.includes(position)) continue;
        for (let nth = 0; nth < documents.length; nth++) {
          gathered.best(documents[nth]!, quality[nth]!, cover[nth]!);
        }
      }
      const met = frequency(gathered, among);
      if (everyday.length > 0 && !isPlace) this.#addWeights(gathered, weight);
      const scale = weight * rarity(size, met);
      frequencies.push(met);
      best += scale * 100 * MAX_IMPACT;
      scales.push(scale);
      places.push(isPlace);
      this.#all.sum(gathered, scale, isPlace ? 0 : weight);
      if (isPlace) {
        this.#there.sum(gathered, scale, weight);
        placeWeights += weight;
      } else {
        weights += weight;
        subject = Math.max(subject, weight);
      }
      gathered.clear();
    }
    for (const { documents } of everyday) {
      for (const document of documents) {
        this.#metWeights[document] = -Math.abs(this.#metWeights[document]!);
      }
    }
    // Where a place is all that was asked for, what is there is the result.
    const isSubject = subject > (placeWeights > 0 ? ASKING : 0);
    const least = lenient ? MIN_NEAR : MIN_COVER;
    const count = isSubject
      ? this.#score(this.#all.cover, { weights, best, least, local: placeWeights > 0 })
      : this.#score(this.#there.cover, { weights: placeWeights, best, least, local: false });
    this.asked = { words, scales, frequencies, places, best };
    const documents = this.#results.subarray(0, count);
    this.#readNames(words, documents, among);
    return { documents, scores: this.#scores };
  }

  /** Makes room, and takes back what the question before left. */
  #begin(): void {
    const { capacity } = this.#texts;
    const { documents, count } = this.#all;
    for (let nth = 0; nth < count; nth++) this.#scores[documents[nth]!] = 0;
    this.#all.clear();
    this.#there.clear();
    if (this.#scores.length >= capacity) return;
    const room = capacity + (capacity >> 1);
    this.#word = new Gathered(room);
    this.#all = new Gathered(room);
    this.#there = new Gathered(room);
    this.#metWeights = new Int32Array(room);
    this.#scores = new Int32Array(room);
    this.#results = new Int32Array(room);
  }

  #addWeights({ documents, count }: Gathered, weight: number): void {
    for (let nth = 0; nth < count; nth++) this.#metWeights[documents[nth]!]! += weight;
  }

  #wanted(document: number, weights: number): number {
    const met = this.#metWeights[document]!;
    return met < 0 ? wantedBeside(-met, weights) : weights;
  }

  /** Documents of local institutions that do not meet the place that was named. */
  #elsewhere(): Uint8Array {
    const { objects, documentsOf } = this.#texts;
    const elsewhere = new Uint8Array(this.#scores.length);
    for (let number = 0; number < objects.length; number++) {
      if (!objects[number]?.places.size) continue;
      const start = documentsOf.start(number);
      for (let nth = start; nth < start + documentsOf.length(number); nth++) {
        const document = documentsOf.cells[nth]!;
        if (this.#there.cover[document] === 0) elsewhere[document] = 1;
      }
    }
    return elsewhere;
  }

  /** Scores what meets enough of the question, and tells how many that are. */
  #score(
    covers: Int32Array,
    {
      weights,
      best,
      least,
      local,
    }: { weights: number; best: number; least: number; local: boolean },
  ): number {
    const { documents, count, quality } = this.#all;
    const elsewhere = local ? this.#elsewhere() : undefined;
    let results = 0;
    for (let nth = 0; nth < count; nth++) {
      const document = documents[nth]!;
      const cover = covers[document]!;
      if (cover < this.#wanted(document, weights) * least) continue;
      const share = cover / (weights * 100);
      const factor = share * share * (elsewhere?.[document] ? ELSEWHERE : 1);
      this.#scores[document] = 1 + Math.floor((SCALE * quality[document]! * factor) / best);
      this.#results[results++] = document;
    }
    return results;
  }

  /**
   * Reads the names of the best results: one that is met as a whole and in the order of the words
   * moves up. Which ones are read follows from the scores, never from the order of documents.
   */
  #readNames(words: readonly QueryWord[], documents: Int32Array, among: Uint8Array): void {
    const scores = this.#scores;
    const least = leastOfBest(documents, scores, among);
    if (least === undefined) return;
    const { words: lexicon, wordsOf } = this.#texts;
    this.#met.begin(lexicon.size);
    for (let position = 0; position < words.length; position++) {
      const word = words[position]!;
      for (const { term, match } of lexicon.meetings(word)) {
        this.#met.add(term, position, match.quality);
      }
    }
    for (let nth = 0; nth < documents.length; nth++) {
      const document = documents[nth]!;
      const score = scores[document]!;
      if (score < least || among[document] !== PASSES) continue;
      const start = wordsOf.start(document);
      const end = start + wordsOf.length(document);
      const bonus = this.#met.bonus(wordsOf.cells, start, end, words.length);
      scores[document] = Math.floor(score * (1 + bonus));
    }
  }
}

/** Number of documents that meet a word, those that half meet it as a quarter. */
function frequency({ documents, count, cover }: Gathered, among: Uint8Array): number {
  let squares = 0;
  for (let nth = 0; nth < count; nth++) {
    const document = documents[nth]!;
    if (among[document] === PASSES) squares += cover[document]! * cover[document]!;
  }
  return squares / 1e4;
}

/** About log2 of how rare a word is: straight lines between the powers of two. */
function rarity(size: number, frequency: number): number {
  let ratio = 1 + (size + 1) / (frequency + 0.5);
  let whole = 0;
  for (; ratio >= 2; ratio /= 2) whole++;
  return whole + ratio - 1;
}

/** Lowest score of the best results; `undefined` where too many are equal. */
function leastOfBest(
  documents: Int32Array,
  scores: Int32Array,
  among: Uint8Array,
): number | undefined {
  let best = 0;
  for (let nth = 0; nth < documents.length; nth++) {
    const document = documents[nth]!;
    if (among[document] === PASSES && scores[document]! > best) best = scores[document]!;
  }
  if (best === 0) return undefined;
  const counts = new Int32Array(STEPS + 1);
  for (let nth = 0; nth < documents.length; nth++) {
    const document = documents[nth]!;
    if (among[document] === PASSES) counts[Math.floor((scores[document]! * STEPS) / best)]!++;
  }
  let step = STEPS;
  let count = counts[STEPS]!;
  if (count > CANDIDATES) return undefined;
  while (step > 0 && count + counts[step - 1]! <= CANDIDATES) count += counts[--step]!;
  return Math.ceil((step * best) / STEPS);
}
