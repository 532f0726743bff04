import { hasPath } from '../client/register-address.ts';
import type { RequestSettings } from '../client/request-json.ts';
import { ChangeFeed } from '../live/change-feed.ts';
import type { LiveSource } from './live-source.ts';
import type { RegisterChange, ServiceSource } from './service-source.ts';

/** Those who follow one register, over one event stream that runs while there are any. */
export class Watchers {
  readonly #listeners = new Set<(change: RegisterChange) => void>();
  /** Starts telling; gives what stops it. */
  #follow: () => () => void;
  #stop: (() => void) | undefined;

  constructor(register: string, settings: RequestSettings) {
    const feed = new ChangeFeed({ ...settings, register, onChange: this.#tell });
    this.#follow = () => {
      // What has a path has no event stream: a snapshot, once it is found, tells in its own way.
      if (!hasPath(register)) feed.start();
      return () => feed.stop();
    };
  }

  /** Tells until the returned function is called. */
  add(onChange: (change: RegisterChange) => void): () => void {
    // Wrapped, so that one function given twice is told twice and stopped once.
    const listener = (change: RegisterChange) => onChange(change);
    this.#listeners.add(listener);
    this.#stop ??= this.#follow();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  }

  /** From here on a source tells of changes in place of the event stream. */
  moveTo(source: ServiceSource): void {
    this.#follow = () => source.watch(this.#tell);
    if (!this.#stop) return;
    this.#stop();
    this.#stop = this.#follow();
  }

  readonly #tell = (change: RegisterChange): void => {
    this.#listeners.forEach((tell) => tell(change));
  };
}

const watchers = new WeakMap<LiveSource, Watchers>();

/** Those who follow a live source. */
export function watchersOf(source: LiveSource, settings: RequestSettings): Watchers {
  let found = watchers.get(source);
  if (!found) watchers.set(source, (found = new Watchers(source.register, settings)));
  return found;
}
