import { Gathered } from './gathered.ts';
import { MAX_IMPACT, type IndexedTexts } from './indexed-texts.ts';
import type { Match } from './match.ts';
import type { QueryWord } from './query-words.ts';
import type { Rewrite, Rewriter } from './rewrite.ts';

/** What words weigh that nearly all institutions share, too. */
const ASKING = 1;
/** Shorter words do not meet objects: too many of these begin so. */
const MIN_OBJECT_WORD = 3;
/** Share of its words in which a rewrite must be met, in hundredths. */
const MIN_REWRITE_COVER = 70;

/** What other words give in place of some words of the question. */
export interface Rewritten {
  rewrite: Rewrite;
  documents: Int32Array;
  quality: ArrayLike<number>;
  cover: ArrayLike<number>;
}

/** Finds the documents that words meet, in their own texts and through the objects they belong to. */
export class Gatherer {
  readonly #texts: IndexedTexts;
  readonly #rewriter: Rewriter | undefined;
  #word = new Gathered(0);
  #phrase = new Gathered(0);

  constructor(texts: IndexedTexts, rewriter: Rewriter | undefined) {
    this.#texts = texts;
    this.#rewriter = rewriter;
  }

  /** Adds what meets a word. Tells whether the word names a place. */
  gather(word: QueryWord, into: Gathered): boolean {
    const { words, postings, objectWords, objectsWith, objects, documentsOf } = this.#texts;
    for (const { term, match } of words.meetings(word)) {
      into.collect(postings.cells, postings.start(term), postings.length(term), match);
    }
    if (word.folded.length < MIN_OBJECT_WORD || word.weight <= ASKING) return false;
    let isPlace = false;
    for (const { term, match } of objectWords.meetings(word)) {
      const first = objectsWith.start(term);
      for (let cell = first; cell < first + objectsWith.length(term); cell++) {
        const number = objectsWith.cells[cell]!;
        const object = objects[number]!;
        const named = isSure(match) && object.places.has(term);
        isPlace ||= named;
        // Who is there is as good as what names the place in its title.
        const quality = match.quality * (named ? MAX_IMPACT : object.impact);
        const start = documentsOf.start(number);
        for (let nth = start; nth < start + documentsOf.length(number); nth++) {
          into.best(documentsOf.cells[nth]!, quality, match.cover);
        }
      }
    }
    return isPlace;
  }

  /** What the words may stand for, as far as some document has it. */
  rewritten(words: readonly QueryWord[]): Rewritten[] {
    const { capacity, words: lexicon } = this.#texts;
    if (this.#word.documents.length < capacity) {
      this.#word = new Gathered(capacity);
      this.#phrase = new Gathered(capacity);
    }
    return (this.#rewriter?.rewrites(words, lexicon) ?? [])
      .map((rewrite) => this.#rewritten(rewrite))
      .filter(({ documents }) => documents.length > 0);
  }

  #rewritten(rewrite: Rewrite): Rewritten {
    const { words: lexicon, postings } = this.#texts;
    const { words, match } = rewrite;
    for (const word of words) {
      if (match.kind === 'compound') {
        for (const { term, match: form } of lexicon.forms(word)) {
          this.#word.collect(postings.cells, postings.start(term), postings.length(term), form);
        }
      } else {
        this.gather(word, this.#word);
      }
      this.#phrase.sum(this.#word, 1, 1);
      this.#word.clear();
    }
    const { quality, cover, count } = this.#phrase;
    const documents = this.#phrase.documents
      .slice(0, count)
      .filter((document) => cover[document]! >= MIN_REWRITE_COVER * words.length);
    const share = 100 * words.length;
    const result = {
      rewrite,
      documents,
      quality: documents.map((document) => (match.quality * quality[document]!) / share),
      cover: documents.map((document) => (match.cover * cover[document]!) / share),
    };
    this.#phrase.clear();
    return result;
  }
}

function isSure({ kind }: Match): boolean {
  return kind === 'exact' || kind === 'unmarked' || kind === 'inflected';
}
