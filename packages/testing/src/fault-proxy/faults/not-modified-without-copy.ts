import type { NotModified } from '../fault.ts';

/** 304 to a client that asked unconditionally and holds nothing. */
export function notModifiedWithoutCopy({ etag = '"never-sent"' } = {}): NotModified {
  return { type: 'not-modified', etag };
}
