/** Faults that need the whole answer before they can change it. */
import { createHash } from 'node:crypto';
import { decoded, withBody, withHeader, type Answer } from './answer.ts';
import type { Alteration, CorruptPart, RewriteJson } from './fault.ts';
import type { RewriteContext } from './rewrite-context.ts';

/** An answer on its way, with what the delivery has to know beside it. */
export interface AlteredAnswer {
  answer: Answer;
  /** Spaces to send behind the body. */
  filler: number;
  /** The connection ends with the body, because its length is not the one that was told. */
  endsEarly: boolean;
  /** Why a fault found no hold. */
  unprovoked?: string;
}

export function alter(answer: Answer, fault: Alteration, context: RewriteContext): AlteredAnswer {
  const same = { answer, filler: 0, endsEarly: false };
  switch (fault.type) {
    case 'content-type':
      return {
        ...same,
        answer: withHeader(answer, 'content-type', fault.contentType ?? undefined),
      };
    case 'truncate': {
      if (fault.bytes >= answer.body.length) {
        return { ...same, unprovoked: `truncate: the body has only ${answer.body.length} bytes` };
      }
      const cut = withBody(answer, answer.body.subarray(0, fault.bytes));
      return fault.contentLength === 'matching'
        ? { ...same, answer: cut }
        : { ...same, answer: withLength(cut, answer.body.length), endsEarly: true };
    }
    case 'oversize': {
      const plain = decoded(answer);
      if (!plain) return { ...same, unprovoked: 'oversize: the coding of the body is unknown' };
      const { length } = plain.body;
      return fault.contentLength === 'matching'
        ? { ...same, answer: withLength(plain, length + fault.bytes), filler: fault.bytes }
        : { answer: withLength(plain, length), filler: fault.bytes, endsEarly: true };
    }
    case 'rewrite-json':
      return rewritten(answer, fault, context);
    case 'corrupt-part':
      return corrupted(answer, fault, context.random);
  }
}

function withLength(answer: Answer, length: number): Answer {
  return withHeader(answer, 'content-length', String(length));
}

function rewritten(answer: Answer, fault: RewriteJson, context: RewriteContext): AlteredAnswer {
  const same = { answer, filler: 0, endsEarly: false };
  if (answer.status !== 200) {
    return { ...same, unprovoked: `rewriteJson: the answer has status ${answer.status}` };
  }
  const plain = decoded(answer);
  let json: unknown;
  try {
    json = JSON.parse(plain?.body.toString('utf8') ?? '');
  } catch {
    return { ...same, unprovoked: 'rewriteJson: the body is no JSON' };
  }
  const body = Buffer.from(JSON.stringify(fault.rewrite(json, context)));
  const digest = createHash('sha256').update(body).digest('base64');
  let told = withBody(plain ?? answer, body);
  if ('repr-digest' in told.headers) told = withHeader(told, 'repr-digest', `sha-256=:${digest}:`);
  if (fault.etag === 'drop') told = withHeader(told, 'etag', undefined);
  else if (fault.etag === 'digest') told = withHeader(told, 'etag', `"${digest}"`);
  else if (fault.etag !== 'keep') told = withHeader(told, 'etag', fault.etag.etag);
  return { ...same, answer: told };
}

function corrupted(answer: Answer, fault: CorruptPart, random: () => number): AlteredAnswer {
  const same = { answer, filler: 0, endsEarly: false };
  const plain = decoded(answer);
  if (!plain || plain.body.length === 0) {
    return { ...same, unprovoked: 'corruptPart: there is no body that could be changed' };
  }
  const body = Buffer.from(plain.body);
  const start = Math.floor(random() * body.length);
  for (let step = 0; step < body.length; step += 1) {
    const at = (start + step) % body.length;
    const byte = body[at] ?? 0;
    body[at] = byte ^ 1;
    if (!fault.parsable || (isWordByte(byte) && isWordByte(byte ^ 1) && lineParses(body, at))) {
      return { ...same, answer: withBody(plain, body) };
    }
    body[at] = byte;
  }
  return { ...same, unprovoked: 'corruptPart: no changed byte leaves every line JSON' };
}

/** ASCII letters and digits: a changed one neither breaks a character nor a JSON escape's start. */
function isWordByte(byte: number): boolean {
  return /[0-9A-Za-z]/.test(String.fromCharCode(byte)) && byte < 0x80;
}

function lineParses(body: Buffer, at: number): boolean {
  const end = body.indexOf(0x0a, at);
  const line = body.subarray(body.lastIndexOf(0x0a, at) + 1, end === -1 ? body.length : end);
  try {
    JSON.parse(line.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
