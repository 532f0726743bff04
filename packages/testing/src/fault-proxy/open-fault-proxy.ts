/** A reverse proxy between a client and a real register that provokes faults as a test says. */
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerMemory } from './answer-memory.ts';
import { systemClock, type ProxyClock } from './clock.ts';
import { runExchange, type Surroundings } from './exchange.ts';
import type { Fault, Refuse } from './fault.ts';
import type { KillCallback, KillMoment, KillPoint } from './kill-points.ts';
import { openListener } from './listener.ts';
import type { LogEntry } from './request-log.ts';
import { matcherOf, type RequestMatch } from './request-match.ts';
import { ruleBook, type Rule, type RuleOptions } from './rules.ts';
import { seededRandom } from './seeded-random.ts';

export interface FaultProxyOptions {
  /** Origin of the register, `http://` only. */
  target: string;
  /** Every choice comes from here, by order of arrival: `seededRandom(7)`. */
  random: () => number;
  /** Default: the system's. */
  clock?: ProxyClock;
  /** Address to listen on; default `127.0.0.1`. */
  host?: string;
  /** Limit of what `staleAnswer` can repeat, in bytes of bodies; default 64 MiB. */
  rememberBytes?: number;
}

export interface FaultProxy {
  /** What clients take for the register's origin. */
  readonly origin: string;
  readonly rules: readonly Rule[];
  /** In order of arrival; an entry fills up while its request is under way. */
  readonly log: readonly LogEntry[];
  /** How many requests have arrived, preflights included. */
  readonly requests: number;
  /** How many of them match. */
  count(match: RequestMatch): number;
  /** From now on matching requests meet the fault; all rules that match apply together. */
  on(match: RequestMatch, fault: Fault, options?: RuleOptions): Rule;
  /**
   * Calls back when the n-th request (1 is the first since opening or `forget`) is at a moment, by
   * default before it is forwarded. The request waits for the callback.
   */
  killAt(n: number, callback: KillCallback, moment?: KillMoment): Readonly<KillPoint>;
  /** Resolves when no request is under way. */
  idle(): Promise<void>;
  /** Closes the port and cuts every connection until `acceptConnections`. */
  refuseConnections(): Promise<void>;
  /** Listens again on the same port. Rejects where another program took it. */
  acceptConnections(): Promise<void>;
  /** Drops rules, kill points, log, counts and remembered answers. */
  forget(): void;
  /**
   * Ends every connection at once. Rejects with what a rewrite or a kill point threw, and where the
   * port could not be opened again.
   */
  close(): Promise<void>;
}

/** Opens a proxy on a free port. The caller closes it. */
export async function openFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { random, clock = systemClock, host = '127.0.0.1' } = options;
  const target = new URL(options.target);
  if (target.protocol !== 'http:') {
    throw new Error(`openFaultProxy: the target must be an http:// origin, not ${target.origin}`);
  }
  const agent = new Agent({ keepAlive: false });
  const book = ruleBook();
  const memory = answerMemory(options.rememberBytes ?? 64 * 2 ** 20);
  const underWay = new Map<LogEntry, Promise<unknown>>();
  const timers = new Set<unknown>();
  let log: LogEntry[] = [];
  let kills: KillPoint[] = [];
  let closed: Promise<void> | undefined;
  const failures: unknown[] = [];

  const listener = await openListener(host, handle);
  const around: Surroundings = {
    target,
    agent,
    origin: listener.origin,
    clock,
    memory,
    refuse: (fault) => refuseFor(fault),
  };

  function handle(incoming: IncomingMessage, response: ServerResponse): void {
    const entry = entryOf(incoming, log.length + 1);
    log.push(entry);
    const faults = book.take(entry);
    entry.faults = faults.map((fault) => fault.type);
    const end = new AbortController();
    const closing = new Promise<void>((resolve) => {
      response.once('close', () => {
        entry.aborted = !response.writableFinished && !entry.cut;
        end.abort();
        resolve();
      });
    });
    // One number per request, so that requests under way at once do not share a sequence.
    const own = seededRandom(Math.floor(random() * 2 ** 32));
    const mine = kills.filter((kill) => kill.n === entry.n);
    const one = { incoming, response, entry, faults, kills: mine, random: own, gone: end.signal };
    // Begins once it is among those under way, so that a refusal cuts it with the others.
    const exchange = Promise.resolve()
      .then(() => runExchange(one, around))
      .catch((error: unknown) => {
        failures.push(error);
        entry.cut = true;
        response.destroy();
      });
    const work = Promise.all([exchange, closing]).finally(() => {
      entry.done = true;
      underWay.delete(entry);
    });
    underWay.set(entry, work);
  }

  async function refuseConnections(): Promise<void> {
    for (const entry of underWay.keys()) entry.cut = true;
    await listener.refuse();
  }

  function refuseFor({ ms }: Refuse): void {
    void refuseConnections();
    if (ms === undefined) return;
    const timer = clock.setTimeout(() => {
      timers.delete(timer);
      if (!closed) listener.accept().catch((error: unknown) => failures.push(error));
    }, ms);
    timers.add(timer);
  }

  async function closeAll(): Promise<void> {
    for (const timer of timers) clock.clearTimeout(timer);
    const works = [...underWay.values()];
    await refuseConnections();
    agent.destroy();
    await Promise.all(works);
    if (failures.length > 0) throw failures[0];
  }

  return {
    origin: listener.origin,
    get rules() {
      return book.rules;
    },
    get log() {
      return log;
    },
    get requests() {
      return log.length;
    },
    count: (match) => log.filter(matcherOf(match)).length,
    on: (match, fault, ruleOptions = {}) => book.add(match, fault, ruleOptions),
    killAt(n, callback, moment = 'before-forwarding') {
      const kill: KillPoint = { n, moment, callback, fired: false };
      kills.push(kill);
      return kill;
    },
    async idle() {
      while (underWay.size > 0) {
        await Promise.all(underWay.values());
      }
    },
    refuseConnections,
    acceptConnections: () => listener.accept(),
    forget() {
      book.clear();
      memory.clear();
      log = [];
      kills = [];
    },
    close: () => (closed ??= closeAll()),
  };
}

function entryOf(incoming: IncomingMessage, n: number): LogEntry {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    n,
    method: incoming.method ?? 'GET',
    url,
    path: mark === -1 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : url.slice(mark)),
    headers: Object.fromEntries(headers) as Record<string, string>,
    faults: [],
    forwarded: false,
    status: undefined,
    bytes: 0,
    aborted: false,
    cut: false,
    done: false,
    unprovoked: [],
  };
}
