/**
 * How answers are sent: the headers that every answer carries, validators, conditional requests and
 * compression. Nothing leaves the register on another way.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { HttpProblem } from './problem.ts';

/** What the server knows of a connection. */
export interface Peer {
  incoming?: { socket?: { remoteAddress?: string | undefined } | undefined } | undefined;
}

export type Env = {
  Variables: { requestId: string; cors: Readonly<Record<string, string>> };
  Bindings: Peer;
};

/** `Cache-Control` by what is answered. */
export const CACHE = {
  list: 'max-age=30, stale-while-revalidate=300, stale-if-error=604800',
  record: 'max-age=60, stale-while-revalidate=86400, stale-if-error=604800',
  head: 'max-age=5, stale-while-revalidate=60',
  gone: 'max-age=60',
  document: 'max-age=300, stale-while-revalidate=86400',
  immutable: 'public, max-age=31536000, immutable',
  none: 'no-store',
  private: 'private, no-store',
} as const;

const EXPOSED = 'ETag, Date, Age, Retry-After, Repr-Digest, Location, Link, Deprecation, Sunset';
/** Bodies up to this many bytes are sent as they are. */
const COMPRESS_FROM = 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Bytes of one answer; its compressed forms are made once, when first asked for. */
export class Representation {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly #tag: string;
  readonly #quality: number;
  readonly #coded = new Map<string, Promise<Uint8Array>>();

  /**
   * @param tag Validator in place of the digest of the body.
   * @param quality Of brotli, 0–11: the higher, the slower and the smaller.
   */
  constructor(
    body: string | Uint8Array,
    contentType: string,
    { tag, quality = 4 }: { tag?: string; quality?: number } = {},
  ) {
    this.body = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
    this.contentType = contentType;
    this.#tag = tag ?? createHash('sha256').update(this.body).digest('base64url').slice(0, 24);
    this.#quality = quality;
  }

  /** Strong validator: each coding has its own. */
  etag(coding: string | undefined): string {
    return coding === undefined ? `"${this.#tag}"` : `"${this.#tag}-${coding}"`;
  }

  coding(acceptEncoding: string | undefined): 'br' | 'gzip' | undefined {
    return this.body.byteLength > COMPRESS_FROM ? chooseCoding(acceptEncoding) : undefined;
  }

  async bytes(coding: 'br' | 'gzip' | undefined): Promise<Uint8Array> {
    if (coding === undefined) return this.body;
    let coded = this.#coded.get(coding);
    if (coded === undefined) {
      coded =
        coding === 'gzip'
          ? toGzip(this.body)
          : toBrotli(this.body, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: this.#quality,
                [constants.BROTLI_PARAM_SIZE_HINT]: this.body.byteLength,
              },
            });
      this.#coded.set(coding, coded);
    }
    return coded;
  }
}

export function jsonRepresentation(
  value: unknown,
  contentType = 'application/json',
  options: { tag?: string } = {},
): Representation {
  return new Representation(JSON.stringify(value), contentType, options);
}

/** Answers with a representation, or with 304 where the caller holds it. */
export async function send(
  c: Context<Env>,
  representation: Representation,
  cacheControl: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const coding = representation.coding(c.req.header('accept-encoding'));
  const etag = representation.etag(coding);
  const common = {
    ETag: etag,
    'Cache-Control': cacheControl,
    Vary: 'Accept, Accept-Encoding',
    ...headers,
  };
  if (holds(c.req.header('if-none-match'), etag)) return reply(c, 304, null, common);
  const bytes = await representation.bytes(coding);
  return reply(c, 200, bytes, {
    ...common,
    'Content-Type': representation.contentType,
    'Content-Length': String(bytes.byteLength),
    ...(coding && { 'Content-Encoding': coding }),
  });
}

/** Answers JSON that no cache keeps. */
export function sendUncached(
  c: Context<Env>,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return reply(c, status, JSON.stringify(value), {
    'Content-Type': 'application/json',
    'Cache-Control': CACHE.none,
    ...headers,
  });
}

export function sendProblem(c: Context<Env>, problem: HttpProblem): Response {
  return reply(c, problem.status, JSON.stringify(problem.document(c.get('requestId'))), {
    'Content-Type': 'application/problem+json',
    'Cache-Control': CACHE.none,
    ...problem.headers,
  });
}

/** The one place where a response is made. */
export function reply(
  c: Context<Env>,
  status: number,
  body: Uint8Array | ReadableStream<Uint8Array> | string | null,
  headers: Readonly<Record<string, string>>,
): Response {
  const cors = c.get('cors');
  const all: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
    'Access-Control-Expose-Headers': EXPOSED,
    ...cors,
    ...headers,
  };
  if (cors['Vary'] && headers['Vary']) all['Vary'] = `${headers['Vary']}, ${cors['Vary']}`;
  return new Response(body as BodyInit | null, { status, headers: all });
}

/** Who may read the answer from a page: everybody, or the origins of the configuration. */
export function corsHeaders(
  { corsOrigins }: Pick<Config, 'corsOrigins'>,
  origin: string | undefined,
): Readonly<Record<string, string>> {
  if (corsOrigins === '*') return { 'Access-Control-Allow-Origin': '*' };
  if (origin === undefined || !corsOrigins.includes(origin)) return { Vary: 'Origin' };
  return { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
}

/** Whether one of the validators of `If-None-Match` is this one (weak comparison). */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

export function chooseCoding(header: string | undefined): 'br' | 'gzip' | undefined {
  if (header === undefined) return undefined;
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((item) => item.trim().toLowerCase());
    const weight = parameters.find((item) => item.startsWith('q='));
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0);
  }
  const weigh = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = weigh('br') >= weigh('gzip') ? 'br' : 'gzip';
  return weigh(best) > 0 ? best : undefined;
}
