import { wordsOf } from './fold.ts';
import { addNumber, clearList, removeNumber, setList } from './growing-lists.ts';
import { FIELD_BITS, FIELDS, IMPACT_BITS, Impacts, TEXT_END } from './impacts.ts';
import { heldObject } from './held-object.ts';
import { SearchIndex } from './search-index.ts';
import type { ObjectText, ServiceText } from './searched-text.ts';
import { putWord } from './put-word.ts';
import { removeWord } from './word-removal.ts';

/** An index that takes in texts and their changes. Whoever reads a written one need not have it. */
export class ChangingIndex extends SearchIndex {
  /** By term: how much the word says. */
  readonly #says: number[] = [];
  readonly #impacts = new Impacts(this.#says);

  /** Adds a document, or replaces it. */
  put(document: number, text: ServiceText): void {
    this.#clear(document);
    const terms: number[] = [];
    FIELDS.forEach((name, field) => {
      for (const one of text[name]) {
        for (const word of wordsOf(one)) {
          const term = putWord(this.words, word);
          this.#says[term] = this.words.word(term).weight;
          terms.push(term);
        }
        terms.push(~field);
      }
    });
    const impacts = this.#impacts;
    impacts.clear();
    impacts.add(Int32Array.from(terms), 0, terms.length);
    impacts.end(document);
    const postings = impacts.postings.all();
    impacts.terms.all().forEach((term, nth) => addNumber(this.postings, term, postings[nth]!));
    setList(this.wordsOf, document, impacts.cells.all());
    if (document >= this.capacity) this.capacity = document + 1;
  }

  delete(document: number): void {
    this.#clear(document);
    this.link(document, []);
  }

  /** Keys of the objects that lead to a document: who gives it, its needs and life events. */
  link(document: number, objects: readonly string[]): void {
    this.forget();
    const { documentsOf, links } = this;
    for (const object of links.values(document)) removeNumber(documentsOf, object, document);
    clearList(links, document);
    const numbers = new Set(objects.map((key) => this.objectNumber(key)));
    for (const object of numbers) addNumber(documentsOf, object, document);
    setList(links, document, [...numbers]);
  }

  /** Adds an object that documents are linked to, or replaces it; it may come after them. */
  putObject(key: string, text: ObjectText): void {
    this.deleteObject(key);
    const number = this.objectNumber(key);
    const object = heldObject(key, text, this.objectWords, (one) =>
      wordsOf(one).map((word) => putWord(this.objectWords, word)),
    );
    for (const term of object.terms) addNumber(this.objectsWith, term, number);
    this.objects[number] = object;
  }

  deleteObject(key: string): void {
    this.forget();
    const number = this.objectNumber(key);
    for (const term of this.objects[number]?.terms ?? []) {
      if (removeNumber(this.objectsWith, term, number)) removeWord(this.objectWords, term);
    }
    this.objects[number] = undefined;
  }

  #clear(document: number): void {
    this.forget();
    for (const cell of this.wordsOf.values(document)) {
      if (cell === TEXT_END) continue;
      const term = cell >> FIELD_BITS;
      if (removeNumber(this.postings, term, document, IMPACT_BITS)) removeWord(this.words, term);
    }
    clearList(this.wordsOf, document);
  }
}
