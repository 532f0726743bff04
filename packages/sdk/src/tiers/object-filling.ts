import type { CatalogueParts } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import { heldObject } from '../search/held-object.ts';
import { makeWords } from '../search/make-words.ts';
import { Numbers } from '../search/numbers.ts';
import type { ObjectText } from '../search/searched-text.ts';
import type { WordCodes } from './analysed-words.ts';
import { LineWords } from './line-words.ts';
import { spread } from './spread.ts';
import { heldWords } from './text-codes.ts';

/** The words of what is searched in objects. */
export function wordsOfObjects(objects: readonly LinkedObject[]): string[] {
  return objects.flatMap((object) => textsOf(objectText(object)).flatMap(heldWords));
}

/** Puts what rows point to into an empty index. */
export class ObjectFilling {
  readonly #parts: CatalogueParts;
  /** Words with the objects that have them: both go together. */
  readonly #terms = new Numbers();
  readonly #numbers = new Numbers();

  readonly #words: LineWords;

  constructor(parts: CatalogueParts) {
    this.#parts = parts;
    this.#words = new LineWords(parts.search.objectWords);
  }

  /**
   * Puts objects that come together, in steps. Gives whether as many words are told of as are new.
   *
   * @param codes What is told of new words; absent: they are analysed here.
   */
  *put(
    objects: readonly LinkedObject[],
    codes: WordCodes | undefined,
  ): Generator<unknown, boolean> {
    const { objects: linked, search } = this.#parts;
    const { objectWords } = search;
    const texts = objects.map(objectText);
    const words = texts.map((text) => textsOf(text).map(heldWords));
    const learnt = this.#words.numbers(words.flat(2), codes);
    if (!learnt) return false;
    // Of places it is asked whether they are words that many share.
    while (makeWords(objectWords));
    yield learnt;
    let next = 0;
    for (let nth = 0; nth < objects.length; nth++) {
      const object = objects[nth]!;
      const text = texts[nth];
      linked.put(object);
      if (text) {
        const key = `${object.type}/${object.id}`;
        const number = search.objectNumber(key);
        let ofText = 0;
        const terms = () => {
          const from = next;
          next += words[nth]![ofText++]!.length;
          return Array.from(learnt.subarray(from, next));
        };
        const held = (search.objects[number] = heldObject(key, text, objectWords, terms));
        this.#terms.append(held.terms);
        this.#numbers.append(held.terms.map(() => number));
      }
      yield object;
    }
    return true;
  }

  /** Makes the lists by word, in steps. */
  *finish(): Generator<unknown> {
    const { objectsWith, objectWords } = this.#parts.search;
    yield* spread(objectsWith, objectWords.size, this.#terms.all(), this.#numbers.all());
  }
}

function textsOf({ titles, places = [] }: Partial<ObjectText> = {}): string[] {
  return [...(titles ?? []), ...places];
}
