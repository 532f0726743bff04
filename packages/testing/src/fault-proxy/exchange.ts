/** One request through the proxy: what it meets, whom it asks, and how the answer is sent. */
import type { Agent, IncomingMessage, ServerResponse } from 'node:http';
import { alter } from './alterations.ts';
import { asNotModified, decoded, matchesEtag, withHeader, type Answer } from './answer.ts';
import type { AnswerMemory } from './answer-memory.ts';
import { cutAt, cutsInsideCharacters, slicesOf, withFiller } from './body-slices.ts';
import { wait, type ProxyClock } from './clock.ts';
import { deliver, type Stop } from './delivery.ts';
import type { Alteration, Fault, Refuse, Substitute } from './fault.ts';
import type { KillPoint } from './kill-points.ts';
import type { LogEntry } from './request-log.ts';
import { badGateway, substituteAnswer } from './substitutes.ts';
import {
  askTarget,
  chunksOf,
  headOf,
  readBody,
  TargetError,
  type TargetOptions,
} from './target.ts';

export interface Surroundings {
  target: URL;
  agent: Agent;
  origin: string;
  clock: ProxyClock;
  memory: AnswerMemory;
  refuse(fault: Refuse): void;
}

export interface ExchangeRequest {
  incoming: IncomingMessage;
  response: ServerResponse;
  entry: LogEntry;
  faults: Fault[];
  kills: KillPoint[];
  random: () => number;
  gone: AbortSignal;
}

/** An answer whose body is complete, or still runs from the target. */
interface Source {
  answer: Answer;
  stream?: IncomingMessage;
  /** Called with a streamed body once it has passed completely. */
  keep?: (body: Buffer) => void;
  /** Kept by the proxy rather than made by a fault: a client's own copy may still be current. */
  revalidates: boolean;
}

export async function runExchange(one: ExchangeRequest, around: Surroundings): Promise<void> {
  const { incoming, response, entry, gone } = one;
  for (const kill of one.kills) {
    if (kill.moment === 'before-forwarding') await runKill(kill, one);
  }
  for (const fault of faultsOf(one, 'latency')) {
    await wait(around.clock, fault.ms + fault.jitter * one.random(), gone);
  }
  const refuse = faultsOf(one, 'refuse')[0];
  if (refuse && !gone.aborted) around.refuse(refuse);
  if (gone.aborted || refuse) return;

  try {
    const source = await sourceOf(one, around);
    if (gone.aborted) return;
    if (faultsOf(one, 'reset').some((fault) => fault.after === 'before-headers')) {
      if (source.stream) await readBody(source.stream);
      reset(one);
      return;
    }
    await send(source, one);
  } catch (error) {
    if (gone.aborted) return;
    // Anything else is a mistake in the test's script and belongs to the test.
    if (!(error instanceof TargetError)) throw error;
    entry.targetError = error.message;
    if (response.headersSent) {
      // The target broke off: so does the proxy, or the client would take a part for the whole.
      entry.cut = true;
      response.destroy();
      return;
    }
    const { status, headers, body } = badGateway(entry.targetError, around.clock.now());
    entry.status = status;
    entry.bytes = body.length;
    response.writeHead(status, headers).end(body);
  } finally {
    incoming.resume();
  }
}

async function sourceOf(one: ExchangeRequest, around: Surroundings): Promise<Source> {
  const { entry, faults, incoming } = one;
  const substitute = faults.find(isSubstitute);
  if (substitute) {
    const answer = substituteAnswer(substitute, entry, around.clock.now());
    return { answer, revalidates: false };
  }
  const key = `${entry.method} ${incoming.url} ${entry.headers['accept'] ?? ''}`;
  const stale = faultsOf(one, 'stale-answer')[0];
  if (stale) {
    const answer = around.memory.recall(key, stale.nth);
    if (answer) {
      const age = stale.age === undefined ? answer.headers['age'] : String(stale.age);
      return { answer: withHeader(answer, 'age', age?.toString()), revalidates: true };
    }
    entry.unprovoked.push(`staleAnswer: there is no answer ${stale.nth} for this URL yet`);
  }

  const whole = faults.some((fault) => isAlteration(fault) || isCharacterSlice(fault));
  entry.forwarded = true;
  const options: TargetOptions = { ...around, unconditional: whole, signal: one.gone };
  const stream = await askTarget(incoming, options);
  const answer = headOf(stream, options);
  const endless = String(answer.headers['content-type']).startsWith('text/event-stream');
  if (!whole || endless) {
    if (endless && whole) entry.unprovoked.push('an event stream has no end to wait for');
    const keeps = entry.method === 'GET' && !endless && around.memory.open;
    const keep = (body: Buffer) => around.memory.keep(key, { ...answer, body });
    return { answer, stream, revalidates: false, ...(keeps ? { keep } : {}) };
  }
  const body = await readBody(stream);
  if (entry.method === 'GET') around.memory.keep(key, { ...answer, body });
  const complete = { ...answer, body };
  return { answer: entry.method === 'HEAD' ? complete : sized(complete), revalidates: true };
}

function sized(answer: Answer): Answer {
  return answer.status === 304 || answer.status === 204
    ? answer
    : withHeader(answer, 'content-length', String(answer.body.length));
}

async function send(source: Source, one: ExchangeRequest): Promise<void> {
  const { response, entry, faults } = one;
  let { answer } = source;
  let filler = 0;
  let endsEarly = false;
  const alterations = source.stream ? [] : faults.filter(isAlteration);
  for (const fault of alterations) {
    const context = { path: entry.path, query: entry.query, status: answer.status };
    const altered = alter(answer, fault, { ...context, random: one.random });
    ({ answer } = altered);
    filler += altered.filler;
    endsEarly ||= altered.endsEarly;
    if (altered.unprovoked) entry.unprovoked.push(altered.unprovoked);
  }
  // A fault of the body must reach the client; a lie or an old answer may be what it holds already.
  const current =
    source.revalidates &&
    answer.status === 200 &&
    alterations.every((fault) => fault.type === 'rewrite-json') &&
    matchesEtag(entry.headers['if-none-match'], answer.headers['etag']);
  if (current) answer = asNotModified(answer);

  let pieces = piecesOf(source, answer);
  const slice = faultsOf(one, 'slice')[0];
  if (slice && typeof slice.by === 'number') {
    pieces = slicesOf(pieces, slice.by);
    answer = withHeader(answer, 'content-length', undefined);
  } else if (slice && !source.stream) {
    const plain = decoded(answer);
    const cuts = plain ? cutsInsideCharacters(plain.body, slice.cuts, one.random) : [];
    if (plain && cuts.length > 0) {
      answer = withHeader(plain, 'content-length', undefined);
      pieces = cutAt(plain.body, cuts);
    } else entry.unprovoked.push('slice: the body has no multi-byte character');
  }
  if (filler > 0) pieces = withFiller(pieces, filler);

  entry.status = answer.status;
  // Date is the target's; the proxy adds none of its own.
  response.sendDate = false;
  response.writeHead(answer.status, answer.headers);
  const stops = stopsOf(one);
  if (!(await deliver({ response, entry, pieces, stops, gone: one.gone }))) return;
  if (endsEarly) {
    entry.cut = true;
    response.socket?.destroySoon();
  } else response.end();
}

async function* piecesOf(source: Source, answer: Answer): AsyncGenerator<Buffer> {
  if (!source.stream) {
    yield answer.body;
    return;
  }
  const passed: Buffer[] = [];
  for await (const chunk of chunksOf(source.stream)) {
    if (source.keep) passed.push(chunk);
    yield chunk;
  }
  source.keep?.(Buffer.concat(passed));
}

function stopsOf(one: ExchangeRequest): Stop[] {
  const stops: Stop[] = [];
  for (const kill of one.kills) {
    if (kill.moment === 'before-forwarding') continue;
    const at = kill.moment === 'after-headers' ? 0 : kill.moment.bodyBytes;
    stops.push({ at, act: () => runKill(kill, one) });
  }
  for (const fault of one.faults) {
    if (fault.type === 'silence')
      stops.push({ at: fault.afterBytes, act: () => silence(one.gone) });
    if (fault.type === 'reset' && fault.after !== 'before-headers') {
      stops.push({ at: fault.after, act: async () => reset(one) });
    }
  }
  return stops;
}

function reset({ response, entry }: ExchangeRequest): false {
  entry.cut = true;
  response.socket?.resetAndDestroy();
  return false;
}

async function silence(gone: AbortSignal): Promise<false> {
  await untilGone(gone);
  return false;
}

/** Returns whether the request goes on. A callback that never returns is given up with the client. */
async function runKill(kill: KillPoint, { entry, gone }: ExchangeRequest): Promise<boolean> {
  kill.fired = true;
  await Promise.race([kill.callback(entry), untilGone(gone)]);
  return !gone.aborted;
}

function untilGone(gone: AbortSignal): Promise<void> {
  if (gone.aborted) return Promise.resolve();
  return new Promise((resolve) => gone.addEventListener('abort', () => resolve(), { once: true }));
}

function faultsOf<T extends Fault['type']>(one: ExchangeRequest, type: T) {
  return one.faults.filter((fault): fault is Extract<Fault, { type: T }> => fault.type === type);
}

function isSubstitute(fault: Fault): fault is Substitute {
  return ['html-page', 'not-modified', 'overload', 'redirect'].includes(fault.type);
}

function isAlteration(fault: Fault): fault is Alteration {
  return ['truncate', 'oversize', 'content-type', 'rewrite-json', 'corrupt-part'].includes(
    fault.type,
  );
}

function isCharacterSlice(fault: Fault): boolean {
  return fault.type === 'slice' && fault.by === 'inside-character';
}
