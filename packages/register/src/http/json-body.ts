/** Reads request bodies within limits: what is too large is never held, what is too deep never walked. */
import { findJsonFault } from './json-fault.ts';
import { HttpProblem } from './problem.ts';
import type { RequestContext } from './register-context.ts';

/** Deeper than any description; recursion further on stays shallow. */
const MAX_DEPTH = 64;

/** @throws {HttpProblem} 415 unless the body is of one of these types. */
export function checkContentType(c: RequestContext, allowed: readonly string[]): string {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (allowed.includes(type)) return type;
  throw new HttpProblem('unsupported-media-type', {
    detail: `The body must be ${allowed.join(' or ')}.`,
    headers: { Accept: allowed.join(', ') },
  });
}

/**
 * The body as text.
 *
 * @throws {HttpProblem} 413 as soon as it passes the limit, 400 where it is not UTF-8.
 */
export async function readBody(c: RequestContext, limit: number): Promise<string> {
  const bytes = await readBytes(c, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem('bad-request', { detail: 'The body is not UTF-8.' });
  }
}

/**
 * The body as it is.
 *
 * @throws {HttpProblem} 413 as soon as it passes the limit.
 */
export async function readBytes(c: RequestContext, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new HttpProblem('payload-too-large', {
      // What is on its way is drained for a moment by the server and then cut off. Closing at once
      // would reset the connection, and the sender might never read this answer.
      detail: `The body may have ${sizeOf(limit)} at most.`,
    });
  if (c.req.header('content-encoding') !== undefined) {
    throw new HttpProblem('unsupported-media-type', {
      detail: 'The body must not be compressed.',
    });
  }
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = c.req.raw.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      reader.releaseLock();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}

function sizeOf(bytes: number): string {
  const megabyte = 1024 * 1024;
  return bytes % megabyte === 0 ? `${bytes / megabyte} MB` : `${bytes} bytes`;
}

/**
 * @param line Number of the line that the text is, in a body of one record a line.
 * @throws {HttpProblem} 400 that names line and column of the first fault.
 */
export function parseJson(text: string, line?: number): unknown {
  const deep = placeTooDeep(text);
  if (deep !== undefined) {
    throw malformed(
      text.slice(0, deep).split('\n').length,
      1,
      `it is nested deeper than ${MAX_DEPTH} levels`,
      line,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const fault = findJsonFault(text) ?? { line: 1, column: 1, reason: 'it cannot be read' };
    throw malformed(fault.line, fault.column, fault.reason, line);
  }
}

function malformed(at: number, column: number, reason: string, line = 1): HttpProblem {
  return new HttpProblem('bad-request', {
    detail: `The body is not usable JSON: at line ${at + line - 1}, column ${column}, ${reason}.`,
  });
}

/** Where the text is nested too deep; found without parsing. */
function placeTooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return at;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return undefined;
}
