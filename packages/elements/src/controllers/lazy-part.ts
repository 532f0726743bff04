import type { ReactiveControllerHost } from 'lit';
import { reportFailure } from '../attributes/report-failure.ts';

/**
 * A part of an element that travels apart from it, when it is wanted. Where it cannot be fetched,
 * what is on show stays, and the next wish for it tries again.
 */
export class LazyPart<T> {
  #host: ReactiveControllerHost & Element;
  #load: (variant: string) => Promise<T>;
  #part?: T;
  #variant?: string | undefined;
  #warmed = false;

  constructor(host: ReactiveControllerHost & Element, load: (variant: string) => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part, or undefined until it is there; then the host is drawn anew. */
  get(variant = ''): T | undefined {
    if (variant !== this.#variant) {
      this.#variant = variant;
      this.#load(variant).then(
        (part) => {
          this.#part = part;
          this.#host.requestUpdate();
        },
        (error) => {
          this.#variant = undefined;
          reportFailure(this.#host, error);
        },
      );
    }
    return this.#part;
  }

  /**
   * Fetches once when the browser has time: for moments when it might not come any more, or when
   * it is wanted at once.
   */
  warm(variant = ''): void {
    if (this.#warmed) return;
    this.#warmed = true;
    const fetchQuietly = () =>
      void this.#load(variant).then(
        (part) => {
          if (this.#variant !== undefined) return;
          this.#variant = variant;
          this.#part = part;
        },
        () => undefined,
      );
    // Safari has no idle callbacks.
    (globalThis.requestIdleCallback ?? setTimeout)(fetchQuietly);
  }
}
