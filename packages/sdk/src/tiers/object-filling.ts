import type { CatalogueParts } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import { wordsOf } from '../search/fold.ts';
import { heldObject } from '../search/held-object.ts';
import { Numbers } from './numbers.ts';
import { spread } from './spread.ts';

/** Puts what rows point to into an empty index. */
export class ObjectFilling {
  readonly #parts: CatalogueParts;
  /** Words with the objects that have them: both go together. */
  readonly #terms = new Numbers();
  readonly #numbers = new Numbers();

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
  }

  put(object: LinkedObject): void {
    const { objects, search } = this.#parts;
    objects.put(object);
    const text = objectText(object);
    if (!text) return;
    const key = `${object.type}/${object.id}`;
    const number = search.objectNumber(key);
    const held = (search.objects[number] = heldObject(key, text, search.objectWords, wordsOf));
    this.#terms.append(held.terms);
    this.#numbers.append(held.terms.map(() => number));
  }

  /** Makes the lists by word, in steps. */
  *finish(): Generator<unknown> {
    const { objectsWith, objectWords } = this.#parts.search;
    yield* spread(objectsWith, objectWords.size, this.#terms.all(), this.#numbers.all());
  }
}
