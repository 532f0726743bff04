import type { RewriteJson } from '../fault.ts';
import { rewriteJson } from './rewrite-json.ts';
import { wireAnswer } from './wire-answers.ts';

/**
 * Pages without an end. A list's `next` is the cursor that was asked for (a first page keeps its
 * own); a change page ends where it began and says that there is more.
 */
export function cursorLoop(): RewriteJson {
  return rewriteJson((body, { query }) => {
    const answer = wireAnswer(body);
    const cursor = query.get('cursor');
    const since = query.get('since');
    if (answer.shape === 'list' && cursor !== null) return { ...answer.body, next: cursor };
    if (answer.shape === 'changes' && since !== null) {
      return { ...answer.body, checkpoint: since, more: true };
    }
    return body;
  });
}
