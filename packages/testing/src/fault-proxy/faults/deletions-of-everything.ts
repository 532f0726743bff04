import type { RewriteJson } from '../fault.ts';
import { rewriteJson } from './rewrite-json.ts';
import { isFields, wireAnswer, type Fields } from './wire-answers.ts';

/** An object that the client holds and shall be told to delete. */
export interface HeldObject {
  kind: string;
  id: string;
  hash: string;
}

const EMPTY_STATE = '0'.repeat(64);

/**
 * Nothing is left: empty lists, empty manifests, heads of an empty scope; every change of a change
 * page becomes a deletion, and the given objects are deleted in one transaction more.
 */
export function deletionsOfEverything(held: readonly HeldObject[] = []): RewriteJson {
  return rewriteJson((body) => {
    const answer = wireAnswer(body);
    switch (answer.shape) {
      case 'list': {
        const { next: _next, ...rest } = answer.body;
        return { ...rest, items: [], total: 0, ...('facets' in rest ? { facets: {} } : {}) };
      }
      case 'manifest':
        return { ...answer.body, parts: [], count: 0, stateHash: EMPTY_STATE };
      case 'head':
        return { ...answer.body, count: 0, stateHash: EMPTY_STATE };
      case 'changes':
        return withDeletions(answer.body, answer.entries, held);
      case 'other':
        return body;
    }
  });
}

function withDeletions(body: Fields, entries: unknown[], held: readonly HeldObject[]): Fields {
  const changes = entries.map((entry) => {
    if (!isFields(entry)) return entry;
    const { record: _record, ...change } = entry;
    return { ...change, op: 'delete', hash: null };
  });
  if (held.length === 0) return { ...body, changes };
  const [epoch, last] = String(body['checkpoint']).split('.');
  const seq = Number(last) + 1;
  const deletions = held.map(({ kind, id, hash }) => ({
    seq,
    op: 'delete',
    kind,
    id,
    hash: null,
    prevHash: hash,
    reason: 'redaction',
  }));
  return {
    ...body,
    changes: [...changes, ...deletions],
    checkpoint: `${epoch}.${seq}`,
    more: false,
  };
}
