import type { Lexicon } from './lexicon.ts';
import { makeWords } from './make-words.ts';
import { sortedStems, type SortedStems } from './similar-words.ts';

/** Above so many stems those that begin with a letter are too many to be sorted at once. */
const MANY = 1 << 13;
/** So many words are listed between two steps. */
const AT_ONCE = 1 << 10;

/** Brings the stems of a lexicon into their order, in steps between which nothing changes. */
export function* sortingStems(lexicon: Lexicon): Generator<unknown> {
  while (makeWords(lexicon)) yield lexicon;
  for (let until = 0; until < lexicon.size; until += AT_ONCE) yield lexicon.list(until);
  lexicon.list();
  if (!lexicon.isOutdated) return;
  const all = [...lexicon.byStem.keys()];
  yield all;
  const letters = all.length < MANY ? 1 : 2;
  const byBeginning = new Map<string, string[]>();
  for (const stem of all) {
    const beginning = stem.slice(0, letters);
    const some = byBeginning.get(beginning);
    if (some) some.push(stem);
    else byBeginning.set(beginning, [stem]);
  }
  const parts: SortedStems[] = [];
  for (const beginning of [...byBeginning.keys()].sort()) {
    yield parts.push(sortedStems(byBeginning.get(beginning)!.sort()));
  }
  lexicon.adopt({
    stems: parts.flatMap(({ stems }) => stems),
    // That the first one of a part begins as the one before is not told, and nothing rests on it.
    common: joined(
      new Uint8Array(all.length),
      parts.map(({ common }) => common),
    ),
    letters: joined(
      new Int32Array(all.length),
      parts.map(({ letters }) => letters),
    ),
  });
}

function joined<T extends Uint8Array | Int32Array>(all: T, parts: readonly T[]): T {
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
