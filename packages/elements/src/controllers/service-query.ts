import type { Answer, LoadOptions, ServiceSource } from '@pvp/sdk/source';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { reportFailure } from '../attributes/report-failure.ts';

/** How long nothing is said about waiting. */
const PATIENCE = 700;

/** Something to ask a source. Questions with equal keys are the same question. */
export interface Question<T> {
  readonly source: ServiceSource;
  readonly key: string;
  /** What memory holds, at no cost. */
  peek(): Answer<T> | undefined;
  /** What is on the device, a moment later, where memory holds nothing. */
  near?(): Promise<Answer<T> | undefined>;
  load(options: LoadOptions): Promise<Answer<T>>;
}

/**
 * `lastGood` answered the present question before; `previous` answered another one and may stay on
 * show until the present one has its answer.
 */
export type QueryState<T> =
  | { status: 'idle' }
  | { status: 'loading'; previous?: Answer<T> | undefined }
  | ({ status: 'ready' } & Answer<T>)
  | {
      status: 'failed';
      error: unknown;
      lastGood?: Answer<T> | undefined;
      previous?: Answer<T> | undefined;
    };

/** `live`: whether to follow changes of the register while the page is visible. */
export type QueryHost = ReactiveControllerHost & Element & { live: boolean };

/**
 * Owns one question to a source and what is known about the answer: memory first, then the
 * register, and a repaint only where the content differs. What templates draw from is `state`.
 */
export class ServiceQuery<T> implements ReactiveController, EventListenerObject {
  state: QueryState<T> = { status: 'idle' };
  /** Waiting has lasted so long that it should be said. */
  slow = false;

  #host: QueryHost;
  /** Ends the wait for an answer that nobody needs any more. */
  #wait = new AbortController();
  #question?: Question<T> | undefined;
  /** The answer to the present question. */
  #answer?: Answer<T> | undefined;
  #previous?: Answer<T> | undefined;
  #connected = false;
  #busy = false;
  #again = false;
  #patience?: ReturnType<typeof setTimeout>;
  #watched?: ServiceSource | undefined;
  #unwatch?: (() => void) | undefined;

  constructor(host: QueryHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks; the same question again changes nothing. Called from the host's `willUpdate`. */
  ask(question: Question<T> | undefined, initial?: Answer<T>): void {
    const sameSource = question?.source === this.#question?.source;
    if (sameSource && question?.key === this.#question?.key) return;
    this.#previous = sameSource ? (this.#answer ?? this.#previous) : undefined;
    this.#question = question;
    this.#answer = question?.peek() ?? initial;
    if (this.#answer) this.#show(this.#answer);
    else {
      this.#set(question ? { status: 'loading', previous: this.#previous } : { status: 'idle' });
      void question?.near?.().then((answer) => {
        // Another question, or an answer, may have come meanwhile.
        if (answer && question === this.#question && !this.#answer) this.#show(answer);
      });
    }
    if (question) this.#run(false);
    else this.#end();
  }

  /** Asks the same question again, past the HTTP cache. */
  refresh = (): void => {
    if (this.state.status === 'failed' && !this.#answer) {
      this.#set({ status: 'loading', previous: this.#previous });
    }
    this.#run(true);
  };

  hostConnected(): void {
    this.#connected = true;
    this.#listen('addEventListener');
    // Moved in the document, or back after a while: what is on show stays and is asked for anew.
    this.#run(false);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#listen('removeEventListener');
    clearTimeout(this.#patience);
    this.#end();
    this.#follow();
  }

  hostUpdated(): void {
    this.#follow();
  }

  #run(revalidate: boolean): void {
    const question = this.#question;
    if (!question || !this.#connected) return;
    this.#wait.abort();
    this.#busy = true;
    const { signal } = (this.#wait = new AbortController());
    (async () => question.load({ signal, revalidate }))().then(
      (answer) => signal.aborted || this.#succeed(answer),
      (error) => signal.aborted || this.#fail(error),
    );
  }

  #end(): void {
    this.#busy = this.#again = false;
    this.#wait.abort();
  }

  #succeed(answer: Answer<T>): void {
    this.#settled();
    const { state } = this;
    const same =
      state.status === 'ready' &&
      state.key === answer.key &&
      state.freshness.state === answer.freshness.state;
    if (same) this.#answer = answer;
    else this.#show(answer);
  }

  #show(answer: Answer<T>): void {
    this.#answer = answer;
    this.#set({ status: 'ready', ...answer });
  }

  #fail(error: unknown): void {
    this.#settled();
    // What is retired or unknown has no good answer any more.
    if (/gone|not-found/.test((error as { code?: string }).code ?? '')) this.#answer = undefined;
    this.#set({ status: 'failed', error, lastGood: this.#answer, previous: this.#previous });
    reportFailure(this.#host, error);
  }

  #settled(): void {
    this.#busy = false;
    if (!this.#again) return;
    this.#again = false;
    queueMicrotask(() => this.#run(true));
  }

  #set(state: QueryState<T>): void {
    this.state = state;
    clearTimeout(this.#patience);
    this.slow = false;
    if (state.status === 'loading') {
      this.#patience = setTimeout(() => {
        this.slow = true;
        this.#host.requestUpdate();
      }, PATIENCE);
    }
    this.#host.requestUpdate();
  }

  /** Watches while there is something to watch, somebody to see it and a wish for it. */
  #follow(): void {
    const wanted = this.#connected && !document.hidden && this.#host.live;
    const source = wanted ? this.#question?.source : undefined;
    if (source === this.#watched) return;
    this.#unwatch?.();
    this.#watched = source;
    this.#unwatch = source?.watch(() => {
      // A stream of changes must not abort one read after the other.
      if (this.#busy) this.#again = true;
      else this.#run(true);
    });
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    document[how]('visibilitychange', this);
    window[how]('pageshow', this);
    window[how]('online', this);
  }

  /** Somebody looks at the page again, it comes out of the browser's cache, or the network is back. */
  handleEvent(event: Event): void {
    // Only a page that is shown tells it, true or false.
    const isBack = (event as PageTransitionEvent).persisted !== false;
    if (isBack && !document.hidden) this.refresh();
    this.#follow();
  }
}

/** What a page brings along so that the first picture needs no request: an `Answer` as JSON. */
export function initialAnswer<T>(host: Element): Answer<T> | undefined {
  const script = host.querySelector(':scope > script[type="application/json"][data-pvp-state]');
  try {
    return script ? (JSON.parse(script.textContent) as Answer<T>) : undefined;
  } catch {
    return undefined;
  }
}
