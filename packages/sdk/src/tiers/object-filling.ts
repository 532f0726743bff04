import type { CatalogueParts } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import { heldObject } from '../search/held-object.ts';
import { spread } from './spread.ts';

/** Puts what rows point to into an empty index, in steps. */
export function* fillObjects(
  { objects, search }: CatalogueParts,
  all: readonly LinkedObject[],
  words: (text: string) => readonly string[],
): Generator<unknown> {
  const terms: number[] = [];
  const numbers: number[] = [];
  for (const object of all) {
    yield objects.put(object);
    const text = objectText(object);
    if (!text) continue;
    const key = `${object.type}/${object.id}`;
    const number = search.objectNumber(key);
    const held = (search.objects[number] = heldObject(key, text, search.objectWords, words));
    for (const term of held.terms) numbers[terms.push(term) - 1] = number;
  }
  yield* spread(search.objectsWith, search.objectWords.size, terms, numbers);
}
