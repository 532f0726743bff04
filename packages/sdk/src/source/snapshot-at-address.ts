/** Finds the static snapshot at an address that is none of a register. */
import { hasPath } from '../client/register-address.ts';
import type { RequestSettings } from '../client/request-json.ts';
import type { RegisterError } from '../errors/register-error.ts';
import type { LiveSource } from './live-source.ts';
import { questionOf } from './question-of.ts';
import type { Answer, LoadOptions } from './service-source.ts';
import { openStaticSource, type StaticSource } from './static-source.ts';
import { watchersOf } from './watchers.ts';

/** What was found; `undefined`: no snapshot either. */
const found = new WeakMap<LiveSource, Promise<StaticSource | undefined>>();

/**
 * @returns `undefined` where there is no snapshot at an origin, or it cannot be told whether there
 * is: whoever asked knows what was wrong with the register.
 * @throws {RegisterError} as a source does; for an address with a path what is wrong with it.
 */
export async function answerFromSnapshot(
  live: LiveSource,
  { url, ...options }: LoadOptions & { url: string },
  settings: RequestSettings,
): Promise<Answer<unknown> | undefined> {
  const snapshot = await snapshotOf(live, options.revalidate, settings);
  const question = questionOf(url);
  if (question.kind === 'service') return snapshot?.loadService(question.id, options);
  if (question.kind === 'services') return snapshot?.loadList(question.query, options);
  if (question.kind === 'life-events') return snapshot?.loadLifeEvents(question.query, options);
  return question.kind === 'support'
    ? snapshot?.loadSupport(question.query, options)
    : snapshot?.loadAnswers(question.query, options);
}

/**
 * Looked for once; from then on the snapshot is who answers. Where there was none, it is looked for
 * again when somebody asks anew: what said so may have been a network's own page.
 */
async function snapshotOf(live: LiveSource, again: boolean | undefined, settings: RequestSettings) {
  let snapshot = found.get(live);
  if (!snapshot || (again && !(await snapshot))) {
    snapshot = open(live, settings);
    found.set(live, snapshot);
    // That could not be told: the next question looks again.
    snapshot.catch(() => found.delete(live));
  }
  return snapshot.catch((error: unknown) => {
    if (hasPath(live.register)) throw error;
    return undefined;
  });
}

async function open(live: LiveSource, settings: RequestSettings) {
  const { register } = live;
  let snapshot: StaticSource;
  try {
    snapshot = await openStaticSource({ ...settings, address: register });
  } catch (error) {
    if ((error as RegisterError).code !== 'invalid-answer' || hasPath(register)) throw error;
    return undefined;
  }
  Object.assign(live, {
    register: snapshot.register,
    isLocal: snapshot.isLocal,
    peekList: snapshot.peekList.bind(snapshot),
    peekService: snapshot.peekService.bind(snapshot),
    peekLifeEvents: snapshot.peekLifeEvents.bind(snapshot),
    loadList: snapshot.loadList.bind(snapshot),
    loadService: snapshot.loadService.bind(snapshot),
    loadLifeEvents: snapshot.loadLifeEvents.bind(snapshot),
    peekSupport: snapshot.peekSupport.bind(snapshot),
    loadSupport: snapshot.loadSupport.bind(snapshot),
    loadAnswers: snapshot.loadAnswers.bind(snapshot),
    watch: snapshot.watch.bind(snapshot),
  });
  watchersOf(live, settings).moveTo(snapshot);
  return snapshot;
}
