import type { JsonRewrite, RewriteJson, ToldEtag } from '../fault.ts';

/**
 * Replaces the JSON body of a 200 by what the function returns. Content-Length and Repr-Digest fit
 * the new body; the ETag is a digest of it unless told otherwise.
 */
export function rewriteJson(
  rewrite: JsonRewrite,
  { etag = 'digest' }: { etag?: ToldEtag } = {},
): RewriteJson {
  return { type: 'rewrite-json', rewrite, etag };
}
