/**
 * The requests of this device that wait to be sent: one outbox for the page, whatever elements are
 * on it. It tries again when the network is back, when somebody looks at the page, and after a
 * while; what is left is tried at the next visit.
 */
import {
  markWaiting,
  openShelf,
  RequestBox,
  RequestClient,
  sendRequest,
  type SendOutcome,
} from '@pvp/sdk/requests';

/** First wait after a failure, and the longest one, in seconds. */
const FIRST_WAIT = 15;
const LONGEST_WAIT = 600;
const CHANNEL = 'pvp-requests';

/** Told of an entry that changed, also in another tab, and what came of sending it. */
export type OutboxListener = (key: string, outcome?: SendOutcome) => void;

interface Attempt {
  failures: number;
  timer?: ReturnType<typeof setTimeout>;
  running?: Promise<SendOutcome>;
}

export class PageOutbox {
  readonly box: RequestBox;
  readonly #attempts = new Map<string, Attempt>();
  readonly #listeners = new Set<OutboxListener>();

  constructor(box: RequestBox, hear: (listener: (key: string) => void) => void) {
    this.box = box;
    hear((key) => this.#tell(key));
    addEventListener('online', () => void this.sendAll());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.sendAll();
    });
  }

  /** @returns a function that ends it. */
  listen(listener: OutboxListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Everything that waits, for whatever register. */
  async sendAll(): Promise<void> {
    for (const { key, register } of await this.box.listWaiting()) void this.send(key, register);
  }

  /** One attempt; where it fails, the next one is arranged for. */
  send(key: string, register: string): Promise<SendOutcome> {
    const attempt = this.#attempts.get(key) ?? { failures: 0 };
    this.#attempts.set(key, attempt);
    clearTimeout(attempt.timer);
    attempt.running ??= this.#attempt(key, register, attempt).finally(() => {
      delete attempt.running;
    });
    return attempt.running;
  }

  async #attempt(key: string, register: string, attempt: Attempt): Promise<SendOutcome> {
    const outcome = await sendRequest(key, {
      box: this.box,
      client: new RequestClient({ register, retry: 0 }),
      signal: new AbortController().signal,
      // Pages without HTTPS have none.
      locks: navigator.locks as LockManager | undefined,
    });
    switch (outcome.status) {
      case 'later': {
        const usual = Math.min(FIRST_WAIT * 2 ** attempt.failures++, LONGEST_WAIT);
        const seconds = Math.max(usual, outcome.seconds ?? 0);
        attempt.timer = setTimeout(() => void this.send(key, register), seconds * 1000);
        break;
      }
      case 'refused': {
        const fields = outcome.fields.map(({ field }) => field);
        await this.box.noteRefusal(key, { status: outcome.error.status, fields });
        break;
      }
      default:
        this.#attempts.delete(key);
        await this.box.listWaiting();
    }
    this.#tell(key, outcome);
    return outcome;
  }

  #tell(key: string, outcome?: SendOutcome): void {
    for (const listener of this.#listeners) listener(key, outcome);
  }
}

let opened: Promise<PageOutbox> | undefined;

/** The outbox of this page. */
export function openOutbox(): Promise<PageOutbox> {
  return (opened ??= open());
}

async function open(): Promise<PageOutbox> {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(CHANNEL);
  } catch {
    // Refused by the browser: other tabs find out when they send.
  }
  const box = new RequestBox({ shelf: await openShelf(), tabs: channel, mark: markWaiting });
  return new PageOutbox(box, (listener) => {
    channel?.addEventListener('message', ({ data }) => listener(String(data)));
  });
}

/** Sends what waits since an earlier visit. */
export async function sendWaiting(): Promise<void> {
  await (await openOutbox()).sendAll();
}
