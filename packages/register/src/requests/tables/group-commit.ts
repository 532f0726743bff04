import { setImmediate } from 'node:timers/promises';
import type { SqlDriver, SqlSession } from '../../store/drivers/driver.ts';

/** Writes that share one transaction at most, so that none of them waits for long. */
const MOST_AT_ONCE = 64;

interface Waiting {
  write: (session: SqlSession) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/**
 * Lets writes that arrive together share one transaction: a commit waits for the medium, and so
 * costs the same for one as for many. Each is told of its end after the commit, and none is told so
 * before. Where one of them throws, all are undone and each runs in a transaction of its own.
 */
export class GroupCommit {
  readonly #driver: SqlDriver;
  #waiting: Waiting[] = [];
  #isBusy = false;

  constructor(driver: SqlDriver) {
    this.#driver = driver;
  }

  /** @param write Must have no effect but on the session: it may run again. */
  run<T>(write: (session: SqlSession) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ write, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#isBusy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      // What arrived in the same turn of the event loop comes along.
      await setImmediate();
      const together = this.#waiting.splice(0, MOST_AT_ONCE);
      await this.#commit(together);
    }
    this.#isBusy = false;
  }

  async #commit(together: readonly Waiting[]): Promise<void> {
    try {
      const values = await this.#driver.transaction(async (session) => {
        const value: unknown[] = [];
        for (const { write } of together) value.push(await write(session));
        return { commit: true, value };
      });
      together.forEach(({ resolve }, index) => resolve(values[index]));
    } catch (error) {
      if (together.length === 1) together[0]!.reject(error);
      else for (const one of together) await this.#commit([one]);
    }
  }
}
