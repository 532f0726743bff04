/**
 * Takes requests, keeps them, has them sent on, and tells how they stand. Knows no HTTP.
 */
import { randomUUID } from 'node:crypto';
import type { NewRequest, RequestReceipt, RequestState, SupportLevel } from '@pvp/contract';
import canonicalize from 'canonicalize';
import type { Log } from '../log.ts';
import type { RegisterContents } from '../read-model/contents.ts';
import { CallLimits } from './abuse/call-limits.ts';
import type { RequestBackend } from './backends/backend.ts';
import { Deliveries, type Notifier } from './deliveries.ts';
import { cleanLine, cleanText } from './judge-request.ts';
import { Outbox } from './outbox.ts';
import type { OutboxTask, StoredRequest, Submission, SubmissionOutcome } from './request-model.ts';
import type { RequestKey } from './request-key.ts';
import { newRequestNumber } from './request-number.ts';
import type { RequestSettings } from './request-settings.ts';
import { statesAfter } from './request-states.ts';
import type { RequestStore } from './tables/request-store.ts';

/** How fresh the state in another system is, in milliseconds. */
const LOOK_EVERY_MS = 60_000;
const LOOK_WITHIN_MS = 3_000;

export interface RequestServiceOptions {
  store: RequestStore;
  settings: RequestSettings;
  key: RequestKey;
  /** What is registered now. */
  contents: () => RegisterContents;
  /** The system of an institution; `undefined`: the built-in one. */
  backendOf: (institution: string) => RequestBackend | undefined;
  notifier: Notifier;
  clock: () => Date;
  log: Log;
}

/** A request that has been judged. */
export interface AcceptedRequest {
  body: NewRequest;
  /** Ids as registered, not as they were typed. */
  institution: string;
  service: string | undefined;
  /** Level at which it begins. */
  level: SupportLevel;
  proof: { id: string; expiresAt: string } | undefined;
}

export type Received =
  /** `waiting`: it is kept, and still on its way to the system of the institution. */
  | { status: 'received'; receipt: RequestReceipt; waiting: boolean }
  /** The call that brought it is still at work. */
  | { status: 'running' }
  | Exclude<SubmissionOutcome, { status: 'created' | 'repeated' | 'number-taken' }>;

/** What staff, or the register itself, does with a request. */
export interface StaffAct {
  state?: RequestState | undefined;
  level?: SupportLevel | undefined;
  answer?: string | undefined;
  note?: string | undefined;
  actor: string;
}

export type ActOutcome =
  | { status: 'done'; request: StoredRequest }
  /** The request stands at another revision. */
  | { status: 'changed-meanwhile' }
  /** Its state does not lead there. */
  | { status: 'impossible'; from: RequestState; allowed: readonly RequestState[] };

export class RequestService {
  readonly store: RequestStore;
  readonly settings: RequestSettings;
  readonly key: RequestKey;
  readonly clock: () => Date;
  readonly outbox: Outbox;
  readonly limits: CallLimits;
  readonly #options: RequestServiceOptions;

  constructor(options: RequestServiceOptions) {
    const { store, settings, key, clock, log, contents, backendOf, notifier } = options;
    this.store = store;
    this.settings = settings;
    this.key = key;
    this.clock = clock;
    this.limits = new CallLimits(settings, clock);
    this.#options = options;
    const deliveries = new Deliveries({ store, contents, backendOf, notifier });
    const send = deliveries.send.bind(deliveries);
    this.outbox = new Outbox({ store, send, callMs: settings.patience.callMs, clock, log });
  }

  /** What tells whether two bodies ask for the same. The proof and the trap of a form do not. */
  fingerprint(body: Record<string, unknown>): string {
    const { proof: _proof, website: _website, ...asked } = body;
    return this.key.fingerprint(canonicalize(asked) ?? '');
  }

  /** The answer to a key that was seen before; `undefined`: it was not. */
  async known(idempotencyKey: string, bodyHash: string): Promise<Received | undefined> {
    const known = await this.store.byKey(this.key.fingerprint(idempotencyKey));
    if (known === undefined) return undefined;
    return known.bodyHash === bodyHash ? this.#again(known.request) : { status: 'key-reused' };
  }

  /** Keeps a request; where its institution has a system of its own, tries to hand it over at once. */
  async receive(
    accepted: AcceptedRequest,
    idempotencyKey: string,
    bodyHash: string,
  ): Promise<Received> {
    const backend = this.#options.backendOf(accepted.institution);
    const keyHash = this.key.fingerprint(idempotencyKey);
    for (;;) {
      const submission = this.#submission(accepted, backend, keyHash, bodyHash);
      const outcome = await this.store.submit(submission);
      switch (outcome.status) {
        case 'number-taken':
          continue;
        case 'created': {
          const waiting = backend !== undefined && !(await this.#handOver(submission));
          return { status: 'received', receipt: this.#receipt(outcome.request), waiting };
        }
        case 'repeated':
          return this.#again(outcome.request);
        default:
          return outcome;
      }
    }
  }

  /** How a request stands; asks the system of its institution where that has not been asked lately. */
  async look(number: string): Promise<StoredRequest | undefined> {
    const request = await this.store.get(number);
    if (request?.delivery !== 'delivered' || request.reference === undefined) return request;
    const backend = this.#options.backendOf(request.institution);
    const now = this.clock();
    const fresh = new Date(now.getTime() - LOOK_EVERY_MS).toISOString();
    const isFresh = request.lookedAt !== undefined && request.lookedAt > fresh;
    if (isFresh || backend?.look === undefined || backend.type !== request.backend) return request;
    await this.store.looked(number, now.toISOString());
    try {
      const found = await backend.look(request.reference, AbortSignal.timeout(LOOK_WITHIN_MS));
      if (found === undefined) return request;
      const message = found.message === undefined ? undefined : cleanText(found.message);
      const events = await this.store.events(number);
      const told = events.filter((event) => event.message !== undefined).at(-1)?.message;
      const isNews = found.state !== request.state || (message && message !== told);
      if (!isNews) return request;
      const changed = await this.store.change(number, request.revision, {
        state: found.state,
        level: request.level,
        message: message === told ? undefined : message,
        actor: backend.type,
        at: now.toISOString(),
        tasks: await this.#tasksAfter(request, { isForRequester: false }),
      });
      return changed ?? (await this.store.get(number));
    } catch (error) {
      this.#options.log.warn({ number, error }, 'the state of a request could not be asked for');
      return request;
    }
  }

  /** @param revision That the actor has seen. */
  async act(request: StoredRequest, revision: number, act: StaffAct): Promise<ActOutcome> {
    const { state = request.state, level = request.level, answer, note, actor } = act;
    if (request.revision !== revision) return { status: 'changed-meanwhile' };
    const allowed = statesAfter(request.state);
    if (state !== request.state && !allowed.includes(state)) {
      return { status: 'impossible', from: request.state, allowed };
    }
    const changed = await this.store.change(request.number, revision, {
      state,
      level,
      message: answer === undefined ? undefined : cleanText(answer),
      note: note === undefined ? undefined : cleanText(note),
      actor,
      at: this.clock().toISOString(),
      tasks: await this.#tasksAfter(request, {
        isForRequester: answer !== undefined || state !== request.state,
      }),
    });
    return changed ? { status: 'done', request: changed } : { status: 'changed-meanwhile' };
  }

  async close(): Promise<void> {
    await this.outbox.close();
    await this.store.close();
  }

  #submission(
    { body, institution, service, level, proof }: AcceptedRequest,
    backend: RequestBackend | undefined,
    keyHash: string,
    bodyHash: string,
  ): Submission {
    const now = this.clock();
    const after = (ms: number) => new Date(now.getTime() + ms).toISOString();
    const { kind, profile = 'residents', text, attributes, contact, attachments = [] } = body;
    const rest = this.outbox.restsUntil(institution);
    const tasks: Submission['tasks'][number][] = [];
    if (backend) {
      // Held from the start by this call, unless the system is known not to answer.
      const held = { attempts: 1, dueAt: after(this.outbox.holdMs) };
      const resting = { attempts: 0, dueAt: rest?.toISOString() ?? after(0) };
      tasks.push({ id: newDeliveryId(), task: 'deliver', ...(rest ? resting : held) });
    }
    if (this.settings.notify.webhook) {
      const due = { attempts: 0, dueAt: after(0) };
      tasks.push({ id: newDeliveryId(), task: 'notify-institution', ...due });
    }
    return {
      request: {
        number: newRequestNumber(now),
        kind,
        profile,
        institution,
        service,
        level,
        backend: backend?.type ?? 'built-in',
        delivery: backend ? 'waiting' : 'kept',
        runningUntil: backend && !rest ? after(this.settings.patience.answerMs + 1_000) : undefined,
        lang: body.lang,
        notice: cleanLine(body.noticeVersion),
        receivedAt: after(0),
      },
      keyHash,
      bodyHash,
      content: {
        text: cleanText(text),
        attributes: attributes && cleanAttributes(attributes),
        contact: contact && cleanContact(contact),
      },
      uploads: attachments,
      proof,
      tasks,
    };
  }

  /** Whether the system of the institution took the request within the time that a call waits. */
  async #handOver({ request, tasks }: Submission): Promise<boolean> {
    const task = tasks.find(({ task }) => task === 'deliver');
    if (task === undefined || task.attempts === 0) return false;
    const { number, institution, receivedAt } = request;
    const attempt = this.outbox.attempt(
      { ...task, number, eventOrdinal: 1, lastError: undefined, writtenAt: receivedAt },
      institution,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.settings.patience.answerMs);
    });
    const isDelivered = await Promise.race([attempt, late]);
    clearTimeout(timer);
    if (!isDelivered) await this.store.endRunning(number);
    return isDelivered;
  }

  #again(request: StoredRequest): Received {
    const waiting = request.delivery === 'waiting';
    const now = this.clock().toISOString();
    if (waiting && request.runningUntil !== undefined && request.runningUntil > now) {
      return { status: 'running' };
    }
    return { status: 'received', receipt: this.#receipt(request), waiting };
  }

  #receipt({ number, receivedAt }: StoredRequest): RequestReceipt {
    return { number, secret: this.key.trackingSecret(number), receivedAt };
  }

  async #tasksAfter(
    { number, delivery }: StoredRequest,
    { isForRequester }: { isForRequester: boolean },
  ): Promise<{ id: string; task: OutboxTask }[]> {
    const { webhook, requester } = this.settings.notify;
    const tasks: { id: string; task: OutboxTask }[] = [];
    if (webhook) tasks.push({ id: newDeliveryId(), task: 'notify-institution' });
    if (requester && isForRequester && delivery === 'kept') {
      const { contact } = await this.store.text(number);
      if (contact?.email) tasks.push({ id: newDeliveryId(), task: 'notify-requester' });
    }
    return tasks;
  }
}

function newDeliveryId(): string {
  return `msg_${randomUUID()}`;
}

function cleanAttributes(
  attributes: NonNullable<NewRequest['attributes']>,
): NonNullable<NewRequest['attributes']> {
  return Object.fromEntries(
    Object.entries(attributes).map(([id, value]) => [
      id,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  );
}

function cleanContact(contact: NonNullable<NewRequest['contact']>) {
  const { name, email, phone } = contact;
  return {
    ...(name !== undefined && { name: cleanLine(name) }),
    ...(email !== undefined && { email: cleanLine(email) }),
    ...(phone !== undefined && { phone: cleanLine(phone) }),
  };
}
