/**
 * What everything that elements read from has to keep, whatever happens on the way: an answer is
 * the register's, of now or of a moment before, or an error says why there is none.
 */
import assert from 'node:assert/strict';
import type { RequestSettings, RegisterError, ServiceListQuery, ServiceSource } from '@pvp/sdk';
import { loseAnswer, openFaultProxy, seededRandom, type FaultProxy } from '../fault-proxy/index.ts';
import { openRegister, type RegisterFixture } from '../register-fixture.ts';
import { NETWORK_FAULTS, openElsewhere } from './network-faults.ts';
import { CHANGING, SOURCE_RECORDS } from './source-records.ts';
import { nodeTest, type RegisterTest, type TestScope } from './test-scope.ts';

/** A source as a page opens it. */
export interface OpenedSource {
  source: ServiceSource;
  close(): Promise<void>;
}

/** What a source reads, where that is not the register itself. */
export interface Published {
  origin: string;
  /** Takes in what was written to the register. */
  update(): Promise<void>;
  close(): Promise<void>;
}

export interface SourceKind {
  /** Default: the source reads the register. */
  publish?(register: RegisterFixture): Promise<Published>;
  /** @param origin Where a proxy stands before what the source reads. */
  open(origin: string, settings: RequestSettings): Promise<OpenedSource>;
}

/** Every question that a source answers: what is asked for, in words, and how. */
const QUERIES: readonly ServiceListQuery[] = [
  {},
  { lang: 'lv' },
  { q: 'bernudarz' },
  { q: 'koku cirsana', lang: 'lv' },
  { institution: ['ozolleja'] },
  { recipient: ['business'] },
  { lifeEvent: ['berns'] },
  { need: ['vieta'] },
  { free: true },
  { general: true },
  { limit: 2 },
  { q: 'nekas tads nav' },
];
const IDS = ['PV-1', 'PV-2', 'PV-3', 'PV-6', 'SENAIS-1', 'PV-7'];

/** Requests that one question may cost, whatever happens. */
const MAX_REQUESTS = 25;
/** A silent server is given up after this; anything else has the time it needs. */
const SHORT_MS = 400;
const LONG_MS = 20_000;

export function testSources(name: string, kind: SourceKind, test: RegisterTest = nodeTest): void {
  test(`${name}: answers as the register does`, async (t) => {
    const { register, open } = await sourceWorld(t, kind);
    const { source } = await open();
    for (const query of QUERIES) {
      const { data, freshness } = await source.loadList(query);
      assert.deepEqual(data, await listOf(register, query), JSON.stringify(query));
      assert.equal(freshness.state, 'fresh');
      assert.ok(Math.abs(Date.parse(freshness.fetchedAt) - Date.now()) < 60_000);
    }
    for (const id of IDS) {
      assert.deepEqual((await source.loadService(id)).data, await serviceOf(register, id), id);
    }
    const pages = [await source.loadList({ limit: 2 })];
    while (pages.at(-1)!.data.next) {
      pages.push(await source.loadList({ limit: 2, cursor: pages.at(-1)!.data.next! }));
    }
    const paged = pages.flatMap(({ data }) => data.items.map(({ id }) => id));
    const all = (await listOf(register, {})).items.map(({ id }) => id);
    assert.deepEqual(paged, all);
  });

  test(`${name}: what is not there, or no more, is told apart`, async (t) => {
    const { open } = await sourceWorld(t, kind);
    const { source } = await open();
    await assert.rejects(source.loadService('PV-99'), { code: 'not-found', retryable: false });
    await assert.rejects(source.loadService('PV-8'), (error: RegisterError) => {
      assert.equal(error.code, 'gone');
      const { subject } = error as { subject?: { id: string; successor?: { id: string } } };
      assert.deepEqual([subject?.id, subject?.successor?.id], ['PV-8', 'PV-2']);
      return true;
    });
    assert.equal(source.peekService('PV-8'), undefined);
  });

  test(`${name}: equal content has an equal key, and is at hand without asking`, async (t) => {
    const { register, proxy, open, change } = await sourceWorld(t, kind);
    const { source } = await open();
    assert.equal(source.peekList({}), undefined);
    const first = await source.loadList({});
    const service = await source.loadService('PV-1');
    proxy.forget();
    assert.equal(source.peekList({}), first);
    assert.equal(source.peekService('PV-1'), service);
    assert.equal(proxy.requests, 0);
    assert.equal((await source.loadList({}, { revalidate: true })).key, first.key);
    await change('Jauns nosaukums');
    const second = await source.loadList({}, { revalidate: true });
    assert.notEqual(second.key, first.key);
    assert.deepEqual(second.data, await listOf(register, {}));
    const changed = await source.loadService('PV-1', { revalidate: true });
    assert.notEqual(changed.key, service.key);
    assert.equal(changed.data.title?.lv, 'Jauns nosaukums');
  });

  test(`${name}: equal questions under way are one, and an abort ends one wait`, async (t) => {
    const { proxy, open } = await sourceWorld(t, kind);
    const alone = await open();
    await alone.source.loadList({});
    const cost = proxy.requests;
    proxy.forget();
    const { source } = await open();
    const leaving = new AbortController();
    const answers = Array.from({ length: 5 }, () => source.loadList({}));
    const left = assert.rejects(source.loadList({}, { signal: leaving.signal }), {
      name: 'AbortError',
    });
    leaving.abort();
    await left;
    const [first, ...others] = await Promise.all(answers);
    for (const other of others) assert.deepEqual(other.data, first!.data);
    assert.equal(proxy.requests, cost);
    const aborted = AbortSignal.abort(new Error('gone away'));
    await assert.rejects(source.loadList({}, { signal: aborted }), { message: 'gone away' });
  });

  test(`${name}: while nothing can be reached the last good answer stands, dated`, async (t) => {
    const { proxy, open } = await sourceWorld(t, kind);
    const { source } = await open();
    const list = await source.loadList({ q: 'koku' });
    const service = await source.loadService('PV-2');
    await proxy.refuseConnections();
    for (const [old, now] of [
      [list, await source.loadList({ q: 'koku' }, { revalidate: true })],
      [service, await source.loadService('PV-2', { revalidate: true })],
    ] as const) {
      assert.deepEqual(now.data, old.data);
      assert.equal(now.key, old.key);
      assert.equal(now.freshness.state, 'stale');
      assert.ok(now.freshness.fetchedAt >= old.freshness.fetchedAt);
    }
    await proxy.acceptConnections();
    const back = await source.loadList({ q: 'koku' }, { revalidate: true });
    assert.equal(back.freshness.state, 'fresh');
  });

  test(`${name}: killed at every request, it answers with the next one`, async (t) => {
    const { register, proxy, open } = await sourceWorld(t, kind);
    const truth = await listOf(register, {});
    for (let nth = 1, isReached = true; isReached; nth++) {
      assert.ok(nth < MAX_REQUESTS, 'the first answer is there in the end');
      proxy.forget();
      const { source, close } = await open();
      const killed = proxy.on('/**', loseAnswer(), { after: nth - 1, times: 1 });
      await rightOrError(source.loadList({}), [truth]);
      isReached = killed.fired > 0;
      assert.deepEqual((await source.loadList({})).data, truth);
      assert.ok(proxy.requests <= MAX_REQUESTS);
      await close();
    }
  });

  for (const [what, faultOf] of Object.entries(NETWORK_FAULTS)) {
    test(`${name}: ${what}`, async (t) => {
      const { register, proxy, elsewhere, open, change } = await sourceWorld(t, kind);
      const fault = faultOf(elsewhere);
      const { source } = await open(fault.type === 'silence' ? SHORT_MS : LONG_MS);
      const before = await listOf(register, {});

      // Nothing is held yet.
      proxy.on('/**', fault);
      await rightOrError(source.loadList({}), [before]);
      assert.ok(proxy.requests <= MAX_REQUESTS, `${proxy.requests} requests`);
      await untilWell(proxy);
      const good = await source.loadList({}, { revalidate: true });
      assert.deepEqual(good.data, before);
      assert.equal(good.freshness.state, 'fresh');

      // Something is held, and no longer new.
      await change('Jauns nosaukums');
      const after = await listOf(register, {});
      assert.notDeepEqual(after, before);
      const count = proxy.requests;
      proxy.on('/**', fault);
      const answer = await source.loadList({}, { revalidate: true });
      assert.ok(proxy.requests - count <= MAX_REQUESTS, `${proxy.requests - count} requests`);
      await rightOrError(Promise.resolve(answer), [before, after]);
      // Whoever was told an old answer cannot know; everybody else says that theirs is old.
      const isOld = answer.data.items.every(({ title }) => title !== 'Jauns nosaukums');
      if (isOld && fault.type !== 'stale-answer') assert.equal(answer.freshness.state, 'stale');

      await untilWell(proxy);
      const healed = await source.loadList({}, { revalidate: true });
      assert.deepEqual(healed.data, after);
      assert.equal(healed.freshness.state, 'fresh');
    });
  }
}

interface SourceWorld {
  register: RegisterFixture;
  proxy: FaultProxy;
  /** Origin of something that is no register. */
  elsewhere: string;
  open(timeoutMs?: number): Promise<OpenedSource>;
  /** Gives the changing record another title, and waits until it can be read. */
  change(title: string): Promise<void>;
}

async function sourceWorld(t: TestScope, kind: SourceKind): Promise<SourceWorld> {
  const register = await openRegister({ seed: SOURCE_RECORDS });
  const published = await kind.publish?.(register);
  const target = published?.origin ?? register.origin;
  const proxy = await openFaultProxy({ target, random: seededRandom(5) });
  const elsewhere = await openElsewhere();
  const opened: OpenedSource[] = [];
  t.after(async () => {
    for (const { close } of opened) await close();
    await proxy.close();
    await published?.close();
    await register.close();
    elsewhere.close();
  });
  return {
    register,
    proxy,
    elsewhere: elsewhere.origin,
    async open(timeoutMs = LONG_MS) {
      const one = await kind.open(proxy.origin, { retry: 0, timeoutMs });
      opened.push(one);
      return one;
    },
    async change(title) {
      await register.put({ ...CHANGING, title: { lv: title } });
      await published?.update();
    },
  };
}

/** Faults are over, connections are taken again; what was remembered for old answers stays. */
async function untilWell(proxy: FaultProxy): Promise<void> {
  for (const rule of proxy.rules) rule.off();
  await proxy.acceptConnections();
}

/** One of these answers whole, or an error of the SDK. */
async function rightOrError(
  asked: Promise<{ data: unknown }>,
  right: readonly unknown[],
): Promise<void> {
  const told = await asked.then(
    ({ data }) => ({ data }),
    (error: RegisterError) => ({ error }),
  );
  if ('error' in told) {
    const { code, message, retryable, stack } = told.error;
    assert.ok(code, `an error of the SDK, not ${stack}`);
    assert.ok(retryable || code === 'invalid-answer', `${message} may pass`);
    assert.ok(message.length > 10 && !message.includes('?'), message);
  } else if (!right.some((one) => isSame(one, told.data)))
    assert.deepEqual(told.data, right.at(-1));
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}

async function listOf(register: RegisterFixture, query: ServiceListQuery) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) parameters.append(name, String(one));
  }
  return (await told(register, `services?${parameters}`)) as ServiceListData;
}

type ServiceListData = Awaited<ReturnType<ServiceSource['loadList']>>['data'];

async function serviceOf(register: RegisterFixture, id: string): Promise<unknown> {
  return told(register, `services/${encodeURIComponent(id)}`);
}

/** What the register says, read without the SDK. */
async function told({ origin }: RegisterFixture, path: string): Promise<unknown> {
  const answer = await fetch(`${origin}/v1/${path}`);
  assert.ok(answer.ok, `${path} answered ${answer.status}`);
  return answer.json();
}
