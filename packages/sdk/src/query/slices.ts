export interface SliceOptions {
  /** How long the thread may be held, in milliseconds. Default 3. */
  holdMs?: number;
  /** Lets others have the thread. Default: a task of its own. */
  pause?: () => Promise<void>;
}

/** Cuts long work into slices, so that a page stays responsive and a server answers meanwhile. */
export class Slices {
  readonly #holdMs: number;
  readonly #pause: () => Promise<void>;
  #since = performance.now();

  constructor({ holdMs = 3, pause = nextTask }: SliceOptions = {}) {
    this.#holdMs = holdMs;
    this.#pause = pause;
  }

  /** Whether the slice is used up. */
  get isOver(): boolean {
    return performance.now() - this.#since >= this.#holdMs;
  }

  /** Begins another slice. */
  async next(): Promise<void> {
    await this.#pause();
    this.#since = performance.now();
  }
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
