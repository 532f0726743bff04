/** Answers that the proxy gives in the target's place. */
import { withHeader, type Answer, type AnswerHeaders } from './answer.ts';
import type { Substitute } from './fault.ts';
import { retryAfterValue } from './faults/overload.ts';
import type { ProxyRequest } from './request-match.ts';

/**
 * Readable from other origins like the register's own, or a browser would report a failed request
 * and hide the fault.
 */
const CORS: AnswerHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Date, Age, Retry-After, Location',
  'cache-control': 'no-store',
};

export function substituteAnswer(fault: Substitute, request: ProxyRequest, now: number): Answer {
  return dated(bare(fault, request, now), now);
}

/** The answer when the target itself cannot be asked. */
export function badGateway(reason: string, now: number): Answer {
  const problem = { type: 'about:blank', title: 'Bad gateway', status: 502, detail: reason };
  const headers = { 'content-type': 'application/problem+json' };
  return dated(answer(502, JSON.stringify(problem), headers), now);
}

function bare(fault: Substitute, request: ProxyRequest, now: number): Answer {
  switch (fault.type) {
    case 'html-page':
      return answer(fault.status, fault.html, { 'content-type': 'text/html; charset=utf-8' });
    case 'not-modified':
      return { status: 304, headers: { ...CORS, etag: fault.etag }, body: Buffer.alloc(0) };
    case 'redirect':
      return answer(fault.status, '', { location: fault.origin + request.url });
    case 'overload':
      return overloadAnswer(fault.status, retryAfterValue(fault.retryAfter, now));
  }
}

function overloadAnswer(status: 429 | 503, retryAfter: string | undefined): Answer {
  const title = status === 429 ? 'Too many requests' : 'Service unavailable';
  return answer(status, JSON.stringify({ type: 'about:blank', title, status }), {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  });
}

function dated(made: Answer, now: number): Answer {
  return withHeader(made, 'date', new Date(now).toUTCString());
}

function answer(status: number, text: string, headers: AnswerHeaders): Answer {
  const body = Buffer.from(text);
  return { status, headers: { ...CORS, ...headers, 'content-length': String(body.length) }, body };
}
