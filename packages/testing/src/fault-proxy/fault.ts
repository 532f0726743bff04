/** The closed list of faults. Factories make them; the exchange carries them out. */
import type { RewriteContext } from './rewrite-context.ts';

/** How `Retry-After` is written. Seconds and dates count from the proxy's clock. */
export type RetryAfter =
  | { seconds: number }
  | { dateInSeconds: number }
  | { raw: string }
  | 'past-date'
  | 'garbage'
  | 'negative'
  | 'huge'
  | 'absent';

/** What becomes of the ETag of a rewritten body: a digest of it, the target's, none, or this one. */
export type ToldEtag = 'digest' | 'keep' | 'drop' | { etag: string };

export type JsonRewrite = (body: unknown, context: RewriteContext) => unknown;

export interface Latency {
  type: 'latency';
  ms: number;
  jitter: number;
}
export interface Slice {
  type: 'slice';
  /** Bytes of one write, or cuts inside multi-byte characters of the decoded body. */
  by: number | 'inside-character';
  /** Most cuts inside characters of one body. */
  cuts: number;
}
export interface Reset {
  type: 'reset';
  /** Body bytes before the TCP reset, or nothing at all after the target has done its work. */
  after: number | 'before-headers';
}
export interface Silence {
  type: 'silence';
  afterBytes: number;
}
export interface Truncate {
  type: 'truncate';
  bytes: number;
  contentLength: 'original' | 'matching';
}
export interface Oversize {
  type: 'oversize';
  bytes: number;
  contentLength: 'original' | 'matching';
}
export interface HtmlPage {
  type: 'html-page';
  status: number;
  html: string;
}
export interface ContentType {
  type: 'content-type';
  contentType: string | null;
}
export interface NotModified {
  type: 'not-modified';
  etag: string;
}
export interface Overload {
  type: 'overload';
  status: 429 | 503;
  retryAfter: RetryAfter;
}
export interface StaleAnswer {
  type: 'stale-answer';
  /** 1 is the first answer that the target gave for the URL. */
  nth: number;
  /** Seconds in an `Age` header; without it the header stays as it was. */
  age?: number;
}
export interface RewriteJson {
  type: 'rewrite-json';
  rewrite: JsonRewrite;
  etag: ToldEtag;
}
export interface Redirect {
  type: 'redirect';
  origin: string;
  status: 301 | 302 | 303 | 307 | 308;
}
export interface CorruptPart {
  type: 'corrupt-part';
  parsable: boolean;
}
export interface Refuse {
  type: 'refuse';
  /** Milliseconds until the port listens again; without it when `acceptConnections` is called. */
  ms?: number;
}

/** Answers that the proxy makes without asking the target. */
export type Substitute = HtmlPage | NotModified | Overload | Redirect;

/** Changes of a complete answer before it is sent. */
export type Alteration = Truncate | Oversize | ContentType | RewriteJson | CorruptPart;

export type Fault =
  Latency | Slice | Reset | Silence | StaleAnswer | Refuse | Substitute | Alteration;
