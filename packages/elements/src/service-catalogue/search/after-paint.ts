/** Where the browser never has time of its own, work begins after so many milliseconds. */
const LATEST = 100;

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
      // The frame is painted when its callbacks have run. Safari has no idle callbacks.
      if (!globalThis.requestIdleCallback) setTimeout(this.#begin);
      else requestIdleCallback(this.#begin, { timeout: LATEST });
    });
  }

  #begin = (): void => {
    if (this.#isUnpainted) return this.#wait();
    this.#isWaiting = false;
    this.#work();
  };
}
