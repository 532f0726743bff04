/** Whether what is on show is what the register holds. */
import type { Service } from '@pvp/contract';
import { confirmService, verifyRecord, type Confirmation } from '@pvp/sdk/sync';
import type { ServiceSource } from '@pvp/sdk/source';
import type { LitElement } from 'lit';

/**
 * - `unchanged`: the content is what its hash says; who gave the hash is not known.
 * - `altered`: it is not.
 * - `unreachable`: the register could not be asked.
 * - the others: see `Confirmation`.
 */
export type Verdict = 'unchanged' | 'altered' | 'checking' | 'unreachable' | Confirmation;

/** One description, judged once: by its hash at once, by the register's signature when asked. */
export class Verification {
  verdict: Verdict | undefined;

  readonly #host: LitElement;
  readonly #service: Service;
  readonly #end = new AbortController();

  constructor(host: LitElement, service: Service) {
    this.#host = host;
    this.#service = service;
  }

  /** Judges by the hash. Does nothing where the browser cannot (a page that is not secure). */
  async checkHash(): Promise<void> {
    if (!this.#service.hash || !globalThis.crypto?.subtle) return;
    const isUnchanged = await verifyRecord(this.#service);
    this.#tell(isUnchanged ? 'unchanged' : 'altered');
  }

  /** Asks the register for the signed position that holds the hash. */
  async confirm({ register }: ServiceSource, thumbprint?: string): Promise<void> {
    if (this.verdict !== 'unchanged' && this.verdict !== 'unreachable') return;
    this.#tell('checking');
    const { signal } = this.#end;
    const options = { register, signal, ...(thumbprint && { thumbprint }) };
    this.#tell(await confirmService(this.#service, options).catch(() => 'unreachable' as const));
  }

  /** Another description is on show. */
  end(): void {
    this.#end.abort();
  }

  #tell(verdict: Verdict): void {
    if (this.#end.signal.aborted) return;
    this.verdict = verdict;
    this.#host.requestUpdate();
  }
}
