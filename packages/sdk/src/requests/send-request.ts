/** Sends a request that waits: exactly once, whatever happens on the way. */
import type {
  ImportFinding,
  NewRequest,
  Problem,
  RequestChallenge,
  RequestProof,
  RequestReceipt,
} from '@pvp/contract';
import { NetworkError } from '../errors/network-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import { RegisterError } from '../errors/register-error.ts';
import type { KeptRequest } from './kept-request.ts';
import type { RequestBox } from './request-box.ts';
import type { RequestClient } from './request-client.ts';

/** A register forgets uploads after a day; so much sooner they are sent again. */
const UPLOAD_LIVES_MS = 20 * 3_600_000;
/** How often a call is repeated at once where the register says that this helps. */
const REPEATS = 6;

export type SendOutcome =
  | { status: 'sent'; receipt: RequestReceipt }
  /** Still waits. `seconds`: the register asked for so much time. */
  | { status: 'later'; error: RegisterError; seconds: number | undefined }
  /** Correcting helps, or nothing does: `fields` are JSON Pointers into the body. */
  | { status: 'refused'; error: ProblemError; fields: readonly ImportFinding[] }
  /** The key came before with other words: the earlier ones have arrived. */
  | { status: 'sent-before' }
  /** Not kept any more: sent and forgotten in another tab, or thrown away. */
  | { status: 'gone' };

export interface SendTools {
  box: RequestBox;
  client: RequestClient;
  signal: AbortSignal;
  /** Where tabs exclude each other. Absent where the browser has none. */
  locks?: Pick<LockManager, 'request'> | undefined;
  /** Waits so many milliseconds. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds. Default: the device's clock. */
  now?: () => number;
}

/**
 * @param key Of an entry of the box that waits.
 * @throws the signal's reason where the caller aborted; the entry goes on waiting.
 */
export async function sendRequest(key: string, tools: SendTools): Promise<SendOutcome> {
  const { locks, signal } = tools;
  const send = () => sendAlone(key, tools);
  // Without locks two tabs may call at once: with the same key and body, which the register knows.
  if (!locks) return send();
  return locks.request(`pvp-request ${key}`, { signal }, send);
}

async function sendAlone(key: string, tools: SendTools): Promise<SendOutcome> {
  const { box, client, signal, wait = pass } = tools;
  try {
    for (let repeat = 0; ; repeat++) {
      const entry = await box.find(key);
      if (entry?.receipt) return { status: 'sent', receipt: entry.receipt };
      if (!entry?.body) return { status: 'gone' };
      const body = await bodyOf(entry, tools);
      if (!body) continue;
      try {
        await box.setInDoubt(key, true);
        const receipt = await client.createRequest(body, key, signal);
        await box.noteReceipt(key, receipt);
        return { status: 'sent', receipt };
      } catch (error) {
        const next = await judge(error, key, repeat, tools);
        if (next !== 'again') return next;
        await wait(secondsOf(error) * 1000, signal);
      }
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof RegisterError)) throw error;
    return outcomeOf(error);
  }
}

/** The body of the call; undefined where another tab was quicker with something. */
async function bodyOf(entry: KeptRequest, tools: SendTools): Promise<NewRequest | undefined> {
  const { box, client, signal } = tools;
  const { key, files } = entry;
  const ids = entry.attachments ?? (await uploadsOf(entry, tools));
  const fixed = await box.fixAttachments(key, ids);
  if (!fixed?.body || fixed.attachments === undefined) return undefined;
  const challenge = await client.getChallenge(signal);
  const proof = challenge.difficulty > 0 ? await proofFor(challenge, signal) : undefined;
  return {
    ...fixed.body,
    ...(files.length > 0 && { attachments: [...fixed.attachments] }),
    ...(proof && { proof }),
  };
}

/** What finds it is fetched when somebody sends. */
async function proofFor(challenge: RequestChallenge, signal: AbortSignal): Promise<RequestProof> {
  const { findProof } = await import('./proof-of-work.ts').catch((cause: unknown) => {
    throw new NetworkError('What a request is proved with could not be fetched', { cause });
  });
  return findProof(challenge, { signal });
}

async function uploadsOf({ key, files }: KeptRequest, tools: SendTools): Promise<string[]> {
  const { box, client, signal, now = Date.now } = tools;
  const ids: string[] = [];
  for (const [index, file] of files.entries()) {
    if (file.upload && file.upload.at + UPLOAD_LIVES_MS > now()) {
      ids.push(file.upload.id);
      continue;
    }
    const upload = await client.upload(file, { signal }).catch((error: unknown) => {
      throw placed(error, `/attachments/${index}`);
    });
    await box.noteUpload(key, file.id, upload);
    ids.push(upload.id);
  }
  return ids;
}

async function judge(
  error: unknown,
  key: string,
  repeat: number,
  { box, signal }: SendTools,
): Promise<SendOutcome | 'again'> {
  if (signal.aborted || !(error instanceof ProblemError) || !error.problem?.type) throw error;
  const { problem } = error;
  const isLast = repeat >= REPEATS;
  switch (problem.type) {
    case 'urn:pvp:problem:request-running':
      return isLast ? outcomeOf(error) : 'again';
    case 'urn:pvp:problem:idempotency-key-reused':
      await box.setInDoubt(key, false);
      return { status: 'sent-before' };
    case 'urn:pvp:problem:proof-required':
      await box.setInDoubt(key, false);
      return isLast ? outcomeOf(error) : 'again';
    case 'urn:pvp:problem:invalid-request':
      await box.setInDoubt(key, false);
      // The files were sent too long ago. The register knows no request with this key yet.
      if (repeat === 0 && problem.errors?.every(({ field }) => field === '/attachments')) {
        await box.loseUploads(key);
        return 'again';
      }
      return outcomeOf(error);
    default:
      // Whoever refuses has not taken it; whoever fails may have.
      if (error.status < 500) await box.setInDoubt(key, false);
      return outcomeOf(error);
  }
}

function outcomeOf(error: RegisterError): SendOutcome {
  if (!(error instanceof ProblemError)) return { status: 'later', error, seconds: undefined };
  const { retryable, retryAfter: seconds, problem, status } = error;
  const passes: readonly Problem['type'][] = [
    'urn:pvp:problem:request-running',
    'urn:pvp:problem:proof-required',
  ];
  if (retryable || status === 409 || (problem && passes.includes(problem.type))) {
    return { status: 'later', error, seconds };
  }
  return { status: 'refused', error, fields: problem?.errors ?? [] };
}

/** The same refusal with the field that it is about. */
function placed(error: unknown, field: string): unknown {
  if (!(error instanceof ProblemError) || !error.problem?.type) return error;
  const { message, status, problem, retryAfter } = error;
  const errors = [{ id: null, field, reason: problem.detail ?? problem.title }];
  return new ProblemError(message, status, { ...problem, errors }, retryAfter);
}

function secondsOf(error: unknown): number {
  return error instanceof ProblemError ? (error.retryAfter ?? 0) : 0;
}

function pass(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
