import type { HeadEvent } from '@pvp/contract';
import type { RegisterChange } from '../source/service-source.ts';
import { EventStreamParser } from './event-stream-parser.ts';

/** The register sends at least a comment every 20 seconds; two lost ones mean a dead line. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** What the feed needs of its surroundings; tests bring their own. */
export interface ChangeFeedOptions {
  /** Origin of the register. */
  register: string;
  onChange: (change: RegisterChange) => void;
  fetch?: typeof fetch;
  headers?: Readonly<Record<string, string>>;
  /** From 0 to below 1; spreads the reconnections of many pages. */
  random?: () => number;
  timers?: Timers;
  /** Web Locks. Absent, as in Node: no sharing, each feed has a stream of its own. */
  locks?: Pick<LockManager, 'request'>;
  /** Opens the channel that tabs of one origin share. */
  openChannel?: (name: string) => BroadcastChannel;
}

/** Runs something later; gives what calls it off. */
export type Timers = (run: () => void, milliseconds: number) => () => void;

export const platformTimers: Timers = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Tells of changes in a register by its event stream. Among the tabs of an origin one holds the
 * stream, behind a lock, and passes on to the others what it hears; when it ends, the next takes
 * over. Lost connections come back with growing pauses.
 */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions;
  readonly #timers: Timers;
  #running: AbortController | undefined;
  #channel: BroadcastChannel | undefined;
  #streaming = false;
  #last: RegisterChange | undefined;

  constructor(options: ChangeFeedOptions) {
    this.#options = { locks: globalThis.navigator?.locks, ...options };
    this.#timers = options.timers ?? platformTimers;
  }

  /** Harmless where it runs already. */
  start(): void {
    if (this.#running) return;
    const { signal } = (this.#running = new AbortController());
    const { locks, register } = this.#options;
    const name = `pvp-events ${register}`;
    if (!locks) {
      void this.#stream(signal);
      return;
    }
    this.#listen(name);
    // The lock is held for as long as the stream is wanted, through reconnections too.
    locks
      .request(name, { signal }, () => this.#stream(signal))
      // Refused by the browser (a sandboxed frame): a stream of its own is still right. An abort
      // ends here too.
      .catch(() => (signal.aborted ? undefined : this.#stream(signal)));
  }

  /** Ends the stream, or the wait for it. Can be started again. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#channel?.close();
    this.#channel = undefined;
  }

  #listen(name: string): void {
    try {
      const open = this.#options.openChannel ?? ((name) => new BroadcastChannel(name));
      this.#channel = open(name);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }: MessageEvent<RegisterChange | 'where'>) => {
      if (data !== 'where') this.#hear(data);
      // A tab that came later asks where the log stands; only the holder of the stream answers.
      else if (this.#streaming && this.#last) this.#channel?.postMessage(unknown(this.#last));
    };
    this.#channel.postMessage('where');
  }

  /** Connects again and again until `signal` ends it. */
  async #stream(signal: AbortSignal): Promise<void> {
    this.#streaming = true;
    let failures = 0;
    let firstWait = FIRST_WAIT_MS;
    while (!signal.aborted) {
      await this.#connect(
        signal,
        () => (failures = 0),
        (milliseconds) => (firstWait = Math.min(milliseconds, LONGEST_WAIT_MS)),
      ).catch(() => undefined);
      const wait = Math.min(firstWait * 2 ** failures++, LONGEST_WAIT_MS);
      await this.#pause(wait * (0.5 + (this.#options.random ?? Math.random)() / 2), signal);
    }
    this.#streaming = false;
  }

  /** One connection; rejects or resolves when it is over. */
  async #connect(
    signal: AbortSignal,
    onHeard: () => void,
    onRetry: (milliseconds: number) => void,
  ): Promise<void> {
    const connection = new AbortController();
    const end = () => connection.abort();
    signal.addEventListener('abort', end);
    let callOff = this.#timers(end, SILENCE_MS);
    try {
      const { register, headers } = this.#options;
      const response = await (this.#options.fetch ?? fetch)(`${register}/v1/events`, {
        cache: 'no-store',
        credentials: 'omit',
        headers,
        signal: connection.signal,
      });
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || !response.body || !type.startsWith('text/event-stream')) return end();
      let first = true;
      const parser = new EventStreamParser({
        onRetry,
        onEvent: ({ event, data }) => {
          if (event !== 'head') return;
          const head = JSON.parse(data) as HeadEvent;
          onHeard();
          // What happened before this connection was not told: anything may have changed.
          this.#tell(first ? unknown(head) : head);
          first = false;
        },
      });
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        callOff();
        callOff = this.#timers(end, SILENCE_MS);
        parser.push(part.value);
      }
    } finally {
      callOff();
      signal.removeEventListener('abort', end);
      end();
    }
  }

  #tell(change: RegisterChange): void {
    if (this.#hear(change)) this.#channel?.postMessage(change);
  }

  /** The same position is told once, whoever brings it. */
  #hear({ checkpoint, scopes }: RegisterChange): boolean {
    if (!this.#running || checkpoint === this.#last?.checkpoint) return false;
    this.#last = { checkpoint, scopes };
    this.#options.onChange(this.#last);
    return true;
  }

  #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        callOff();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const callOff = this.#timers(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  }
}

function unknown({ checkpoint }: RegisterChange): RegisterChange {
  return { checkpoint, scopes: ['all'] };
}
