import type { RequestSettings } from '../request-settings.ts';
import { RateLimit } from './rate-limit.ts';

/** What is counted apart: `call` is everything that is cheap. */
export type CallKind = 'request' | 'upload' | 'call';

/** How often one sender may call, and how many requests one institution gets. */
export class CallLimits {
  readonly #limits: RequestSettings['limits'];
  readonly #senders: Readonly<Record<CallKind, RateLimit>>;
  readonly #institutions: RateLimit;

  constructor({ limits }: Pick<RequestSettings, 'limits'>, clock: () => Date) {
    const options = { windowSeconds: limits.windowSeconds, clock };
    this.#limits = limits;
    this.#senders = {
      request: new RateLimit(options),
      upload: new RateLimit(options),
      call: new RateLimit(options),
    };
    this.#institutions = new RateLimit(options);
  }

  /** @returns seconds to wait, 0: the call may go on. */
  countSender(kind: CallKind, sender: string): number {
    const { requestsPerAddress, uploadsPerAddress, callsPerAddress } = this.#limits;
    const most = {
      request: requestsPerAddress,
      upload: uploadsPerAddress,
      call: callsPerAddress,
    }[kind];
    return this.#senders[kind].count(sender, most);
  }

  /** @returns seconds to wait, 0: the institution may be asked. */
  countInstitution(institution: string): number {
    return this.#institutions.count(institution, this.#limits.requestsPerInstitution);
  }
}
