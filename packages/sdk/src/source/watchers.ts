import type { RequestSettings } from '../client/request-json.ts';
import { ChangeFeed } from '../live/change-feed.ts';
import type { RegisterChange } from './service-source.ts';

/** Those who follow one register, over one event stream that runs while there are any. */
export class Watchers {
  readonly #listeners = new Set<(change: RegisterChange) => void>();
  readonly #feed: ChangeFeed;

  constructor(register: string, settings: RequestSettings) {
    this.#feed = new ChangeFeed({
      ...settings,
      register,
      onChange: (change) => this.#listeners.forEach((tell) => tell(change)),
    });
  }

  /** Tells until the returned function is called. */
  add(onChange: (change: RegisterChange) => void): () => void {
    // Wrapped, so that one function given twice is told twice and stopped once.
    const listener = (change: RegisterChange) => onChange(change);
    this.#listeners.add(listener);
    this.#feed.start();
    return () => {
      this.#listeners.delete(listener);
      if (!this.#listeners.size) this.#feed.stop();
    };
  }
}
