/** An answer that the proxy holds completely, and what headers of it may travel. */
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Names in lower case. */
export type AnswerHeaders = Record<string, string | string[]>;

export interface Answer {
  status: number;
  headers: AnswerHeaders;
  body: Buffer;
}

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers that concern both ends, without those of one connection. */
export function endToEnd(headers: IncomingHttpHeaders): AnswerHeaders {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | string[]] =>
        entry[1] !== undefined && !HOP_BY_HOP.has(entry[0]) && !named.includes(entry[0]),
    ),
  );
}

/** The answer with its content coding undone; undefined where the coding is unknown or broken. */
export function decoded(answer: Answer): Answer | undefined {
  const coding = String(answer.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (coding === 'identity') return answer;
  const decode = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[coding];
  if (!decode) return undefined;
  const headers = { ...answer.headers };
  delete headers['content-encoding'];
  try {
    return withBody({ ...answer, headers }, answer.body.length ? decode(answer.body) : answer.body);
  } catch {
    return undefined;
  }
}

/** The answer with another body, and the Content-Length of it. */
export function withBody(answer: Answer, body: Buffer): Answer {
  return { ...answer, body, headers: { ...answer.headers, 'content-length': String(body.length) } };
}

export function withHeader(answer: Answer, name: string, value: string | undefined): Answer {
  const headers = { ...answer.headers };
  if (value === undefined) delete headers[name];
  else headers[name] = value;
  return { ...answer, headers };
}

/** Whether an `If-None-Match` names this ETag (weak comparison). */
export function matchesEtag(ifNoneMatch: string | undefined, etag: unknown): boolean {
  if (ifNoneMatch === undefined || typeof etag !== 'string') return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || strong(tag) === strong(etag));
}

/** The 304 that stands for this answer. */
export function asNotModified(answer: Answer): Answer {
  const headers = { ...answer.headers };
  delete headers['content-length'];
  delete headers['content-encoding'];
  delete headers['content-type'];
  return { status: 304, headers, body: Buffer.alloc(0) };
}
