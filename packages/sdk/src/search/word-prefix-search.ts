import { foldedWords } from './fold.ts';
import type { Ranked, ServiceSearch, ServiceText } from './service-search.ts';

/** Weight of a word by where it stands; a whole word is worth one more than its beginning. */
const WEIGHTS = { title: 32, alternativeTitle: 24, keyword: 16, summary: 8, institution: 4 };
const WHOLE_WORD = 1;
/** Postings hold `document * 8 + field` in one number. */
const FIELD_WEIGHTS = [WEIGHTS.title, WEIGHTS.alternativeTitle, WEIGHTS.keyword, WEIGHTS.summary];
const FIELD_BITS = 3;
const MAX_QUERY_WORDS = 12;

interface Term {
  word: string;
  postings: number[];
}

/**
 * Every word of the query must begin a word of the document or of its institutions' titles,
 * whatever the case and the diacritics.
 */
export class WordPrefixSearch implements ServiceSearch {
  readonly #terms = new Map<string, Term>();
  readonly #termsOf = new Map<number, readonly Term[]>();
  readonly #institutionsOf = new Map<number, readonly string[]>();
  readonly #institutionWords = new Map<string, readonly string[]>();
  #sortedTerms: Term[] | undefined;
  #capacity = 0;

  put(document: number, text: ServiceText): void {
    this.delete(document);
    const fields = [text.titles, text.alternativeTitles, text.keywords, text.summaries];
    const own = new Set<Term>();
    fields.forEach((texts, field) => {
      for (const word of texts.flatMap(foldedWords)) {
        const term = this.#term(word);
        // A word that stands in several fields counts in the first, which weighs most.
        if (own.has(term)) continue;
        own.add(term);
        term.postings.push((document << FIELD_BITS) | field);
      }
    });
    this.#termsOf.set(document, [...own]);
    this.#institutionsOf.set(document, text.institutions);
    this.#capacity = Math.max(this.#capacity, document + 1);
  }

  delete(document: number): void {
    for (const { word, postings } of this.#termsOf.get(document) ?? []) {
      const at = postings.findIndex((posting) => posting >> FIELD_BITS === document);
      postings[at] = postings[postings.length - 1]!;
      postings.pop();
      if (postings.length === 0) {
        this.#terms.delete(word);
        this.#sortedTerms = undefined;
      }
    }
    this.#termsOf.delete(document);
    this.#institutionsOf.delete(document);
  }

  putInstitution(id: string, titles: readonly string[]): void {
    this.#institutionWords.set(id, titles.flatMap(foldedWords));
  }

  deleteInstitution(id: string): void {
    this.#institutionWords.delete(id);
  }

  rank(query: string): Ranked | undefined {
    const words = [...new Set(foldedWords(query))].slice(0, MAX_QUERY_WORDS);
    if (words.length === 0) return undefined;
    const total = new Uint16Array(this.#capacity);
    words.forEach((word, nth) => {
      const best = this.#weigh(word);
      for (let document = 0; document < total.length; document++) {
        const known = total[document]!;
        total[document] = best[document] && (nth === 0 || known) ? known + best[document]! : 0;
      }
    });
    return { score: (document) => total[document] ?? 0 };
  }

  #term(word: string): Term {
    let term = this.#terms.get(word);
    if (!term) {
      this.#terms.set(word, (term = { word, postings: [] }));
      this.#sortedTerms = undefined;
    }
    return term;
  }

  /** Best weight of one word in each document. */
  #weigh(word: string): Uint8Array {
    const best = new Uint8Array(this.#capacity);
    const sorted = (this.#sortedTerms ??= [...this.#terms.values()].sort((a, b) =>
      a.word < b.word ? -1 : 1,
    ));
    for (let at = firstNotBefore(sorted, word); sorted[at]?.word.startsWith(word); at++) {
      const term = sorted[at]!;
      const bonus = term.word === word ? WHOLE_WORD : 0;
      for (const posting of term.postings) {
        const weight = FIELD_WEIGHTS[posting & ((1 << FIELD_BITS) - 1)]! + bonus;
        const document = posting >> FIELD_BITS;
        if (weight > best[document]!) best[document] = weight;
      }
    }
    const institutions = new Set<string>();
    for (const [id, titleWords] of this.#institutionWords) {
      if (titleWords.some((titleWord) => titleWord.startsWith(word))) institutions.add(id);
    }
    if (institutions.size > 0) {
      for (const [document, ids] of this.#institutionsOf) {
        if (best[document] === 0 && ids.some((id) => institutions.has(id))) {
          best[document] = WEIGHTS.institution;
        }
      }
    }
    return best;
  }
}

function firstNotBefore(sorted: readonly Term[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.word < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
