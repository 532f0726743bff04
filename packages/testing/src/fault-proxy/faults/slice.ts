import type { Slice } from '../fault.ts';

/**
 * Sends the body in many writes, each an HTTP chunk of its own (so without Content-Length): of so
 * many bytes, or ending inside multi-byte UTF-8 characters of the decoded body, at most `cuts`.
 */
export function slice(
  by: number | 'inside-character',
  { cuts = 64 }: { cuts?: number } = {},
): Slice {
  return { type: 'slice', by, cuts };
}
