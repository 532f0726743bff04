/** Which revision a write expects: `If-Match` and `If-None-Match`. */
import type { Expectation } from '../store/store.ts';
import { HttpProblem } from './problem.ts';
import type { RequestContext } from './register-context.ts';

export interface Precondition {
  /**
   * What the store is to expect.
   *
   * @param current Revision of the record; `undefined`: there is none.
   * @throws {HttpProblem} 412 where it cannot hold.
   */
  expectation(current: number | undefined): Expectation;
}

/** @throws {HttpProblem} 428 where there is none, 400 where there are two. */
export function readPrecondition(c: RequestContext, { create }: { create: boolean }): Precondition {
  const match = c.req.header('if-match')?.trim();
  const noneMatch = c.req.header('if-none-match')?.trim();
  if (match !== undefined && noneMatch !== undefined) {
    throw new HttpProblem('bad-request', {
      detail: 'If-Match and If-None-Match exclude each other.',
    });
  }
  if (match !== undefined) return { expectation: (current) => expectMatch(match, current) };
  if (create && noneMatch === '*') return { expectation: () => 'absent' };
  throw new HttpProblem('precondition-required', {
    detail: create
      ? 'Send If-None-Match: * to create, or If-Match with the revision to replace.'
      : 'Send If-Match with the revision.',
  });
}

function expectMatch(header: string, current: number | undefined): Expectation {
  const tags = header.split(',').map((tag) => tag.trim());
  const holds = current !== undefined && (tags.includes('*') || tags.includes(`"${current}"`));
  if (holds) return current;
  throw revisionConflict(current);
}

/** @param revision The current one; `undefined`: there is no record. */
export function revisionConflict(revision: number | undefined): HttpProblem {
  return new HttpProblem('precondition-failed', {
    detail:
      revision === undefined
        ? 'There is no such record to replace.'
        : `The record stands at revision ${revision}. Read it again.`,
    ...(revision !== undefined && { headers: { ETag: `"${revision}"` } }),
  });
}
