/** In milliseconds. */
const LATEST = 100;

/** When the browser has time, or soon where it never has. Safari has no idle callbacks. */
export function whenIdle(work: () => void): void {
  if (!globalThis.requestIdleCallback) setTimeout(work);
  else requestIdleCallback(work, { timeout: LATEST });
}

/**
 * Does a piece of work once what was drawn last is painted and the browser has time. Asked for again
 * before that, it waits for the newer drawing: what a person waits for comes first.
 */
export class AfterPaint {
  readonly #work: () => void;
  #isWaiting = false;
  /** Something was drawn since the last frame began. */
  #isUnpainted = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  request(): void {
    this.#isUnpainted = true;
    if (!this.#isWaiting) this.#wait();
  }

  #wait(): void {
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isUnpainted = false;
      // The frame is painted when its callbacks have run.
      whenIdle(this.#begin);
    });
  }

  #begin = (): void => {
    if (this.#isUnpainted) return this.#wait();
    this.#isWaiting = false;
    this.#work();
  };
}
