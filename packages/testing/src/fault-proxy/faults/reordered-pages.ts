import type { RewriteJson } from '../fault.ts';
import { rewriteJson } from './rewrite-json.ts';
import { wireAnswer, withEntries } from './wire-answers.ts';

/** Items, parts or changes of an answer in another order than the target's, as the seed chooses. */
export function reorderedPages(): RewriteJson {
  return rewriteJson((body, { random }) => {
    const answer = wireAnswer(body);
    const entries = [...answer.entries];
    for (let last = entries.length - 1; last > 0; last -= 1) {
      // Sattolo's shuffle: no entry stays where it was, so that the order always differs.
      const other = Math.floor(random() * last);
      [entries[last], entries[other]] = [entries[other], entries[last]];
    }
    return withEntries(answer, entries);
  });
}

/**
 * The last entry of the answer before stands again first in the next one and pushes that one's own
 * first entry out, as when the order of a list moves between two pages: one twice, one missing.
 */
export function overlappingPages(): RewriteJson {
  let before: { entry: unknown } | undefined;
  return rewriteJson((body) => {
    const answer = wireAnswer(body);
    if (answer.entries.length === 0) return body;
    const entries = before ? [before.entry, ...answer.entries.slice(1)] : answer.entries;
    before = { entry: answer.entries.at(-1) };
    return withEntries(answer, entries);
  });
}
