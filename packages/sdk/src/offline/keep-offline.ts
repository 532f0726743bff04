import { GoneError } from '../errors/gone-error.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import type { LiveSource, StoredAnswers } from '../source/live-source.ts';
import type { WordStore } from '../source/everyday-words.ts';
import { questionOf } from '../source/question-of.ts';
import { ReplicaSource } from '../source/replica-source.ts';
import type { Answer } from '../source/service-source.ts';
import { indexedDbStore } from '../stores/indexeddb-store.ts';
import { indexedDbWords } from '../stores/indexeddb-words.ts';
import { openReplica, type ReplicaOptions } from '../sync/replica.ts';

/** How long a register may be silent before a stored copy is shown, in milliseconds. */
const PATIENCE_MS = 3_000;

export interface KeepOfflineOptions {
  /** `institution/{id}` or `life-event/{id}`. */
  scope: string;
  /** When to fetch what is new; the page has shown its content by then. Default: when idle. */
  whenIdle?: (work: () => void) => void;
  /** Told once why no copy can be kept; the register is read live then. */
  onRefused?: (error: Error) => void;
  /** For tests, and for platforms without IndexedDB. */
  replica?: Partial<Omit<ReplicaOptions, 'register' | 'scope'>>;
  /** Where everyday words are kept. Default: IndexedDB. */
  words?: WordStore;
}

interface Copy {
  scope: string;
  source: ReplicaSource;
}

/** By register; what a page keeps is kept for all of its elements. */
const kept = new WeakMap<LiveSource, Map<string, Promise<Copy | undefined>>>();

/**
 * Keeps a copy of a scope on the device and lets the live source answer from it where the register
 * cannot. The register is asked first; with a copy at hand it has three seconds to answer. Asked
 * again for the same scope, it does nothing more.
 *
 * @returns what answers in place of the register. Rejects with `GoneError` alone.
 */
export function keepOffline(live: LiveSource, options: KeepOfflineOptions): StoredAnswers {
  const copies = kept.get(live) ?? new Map<string, Promise<Copy | undefined>>();
  kept.set(live, copies);
  if (!copies.has(options.scope)) {
    copies.set(
      options.scope,
      openCopy(live, options).catch((error: Error) => void options.onRefused?.(error)),
    );
  }
  return async <T>(url: string) => {
    for (const opening of copies.values()) {
      const copy = await opening;
      const answer = copy && (await answerOf(copy, url));
      if (answer) return answer as Answer<T>;
    }
    return undefined;
  };
}

/** The scope that holds what these questions ask for; `undefined`: no single one does. */
export function offlineScope(
  institutions: readonly string[],
  lifeEvents: readonly string[],
): string | undefined {
  if (institutions.length === 1) return `institution/${institutions[0]}`;
  if (institutions.length === 0 && lifeEvents.length === 1) return `life-event/${lifeEvents[0]}`;
  return undefined;
}

async function openCopy(live: LiveSource, options: KeepOfflineOptions): Promise<Copy> {
  const { scope, whenIdle = inIdleTime } = options;
  const replica = await openReplica({
    // What differs in a record is nobody's question here.
    changeClasses: false,
    store: indexedDbStore(),
    ...options.replica,
    register: live.register,
    scope,
  });
  const words = options.words ?? indexedDbWords(replica.register);
  const source = new ReplicaSource(replica, words);
  const hurry = () => {
    if (replica.status.checkpoint !== undefined) live.hurry(PATIENCE_MS);
  };
  hurry();
  // A register that is silent now is asked with the next visit.
  whenIdle(() => {
    const synced = replica.sync().then(hurry);
    void synced.then(() => source.keepWords()).catch(() => undefined);
  });
  return { scope, source };
}

/** From the copy alone; `undefined`: it does not hold everything that belongs to the answer. */
async function answerOf(
  { scope, source }: Copy,
  url: string,
): Promise<Answer<unknown> | undefined> {
  // Held back or empty: no answer at all is more honest than half of one.
  if (source.replica.status.checkpoint === undefined) return undefined;
  const [type, subject] = scope.split('/');
  const question = questionOf(url);
  try {
    if (question.kind === 'service') return await source.loadService(question.id);
    if (question.kind === 'support' || question.kind === 'answers') {
      // Who helps, and what holds there, is kept with the institution.
      const { institution, service } = question.query;
      if (type !== 'institution' || (institution ?? subject) !== subject) return undefined;
      if (service === undefined && institution === undefined) return undefined;
      return question.kind === 'support'
        ? await source.loadSupport(question.query)
        : await source.loadAnswers(question.query);
    }
    const query: ServiceListQuery = question.query;
    const within = type === 'institution' ? query.institution : query.lifeEvent;
    if (within?.length !== 1 || within[0] !== subject) return undefined;
    // Every copy holds all life events and needs; only of its own services does it hold all.
    return await (question.kind === 'life-events'
      ? source.loadLifeEvents(question.query)
      : source.loadList(query));
  } catch (error) {
    if (error instanceof GoneError) throw error;
    // Not in the copy; whether it is in the register is not known.
    return undefined;
  }
}

function inIdleTime(work: () => void): void {
  // Safari has no idle callbacks.
  (globalThis.requestIdleCallback ?? setTimeout)(work);
}
