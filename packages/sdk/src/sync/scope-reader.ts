/** The sync endpoints of one scope of a register. */
import type { ChangePage, Manifest } from '@pvp/contract';
import { requestJson, type RequestSettings } from '../client/request-json.ts';

/** An answer, and when the register gave it by its own clock. */
export interface Told<T> {
  data: T;
  /** UTC, RFC 3339. */
  at: string;
}

export interface ReadRequest {
  signal: AbortSignal;
  cache?: RequestCache;
}

export class ScopeReader {
  /** Attempts, and bytes of answers after decoding. */
  requests = 0;
  bytes = 0;
  readonly #address: string;

  constructor(
    readonly register: string,
    scope: string,
    readonly settings: RequestSettings,
  ) {
    const steps = scope.split('/').map(encodeURIComponent).join('/');
    this.#address = `${register}/v1/sync/${steps}`;
  }

  get snapshotAddress(): string {
    return `${this.#address}/snapshot`;
  }

  changes(since: string, request: ReadRequest): Promise<Told<ChangePage>> {
    return this.#json(`${this.#address}/changes?since=${since}`, 'changes', request);
  }

  snapshot(request: ReadRequest): Promise<Told<Manifest>> {
    return this.#json(this.snapshotAddress, 'parts', request);
  }

  keys(request: ReadRequest): Promise<Told<{ keys: JsonWebKey[] }>> {
    return this.#json(`${this.register}/.well-known/pvp-keys.json`, 'keys', request);
  }

  async #json<T>(
    url: string,
    field: keyof T & string,
    { signal, cache }: ReadRequest,
  ): Promise<Told<T>> {
    const settings = { ...this.settings, fetch: this.#fetch };
    const { data, headers } = await requestJson<T>(url, field, { signal, cache }, settings);
    // Without a `Date` there is no clock of the register; this one is near enough to show.
    const date = Date.parse(headers.get('date') ?? '') || Date.now();
    const at = new Date(date - (Number(headers.get('age')) || 0) * 1000).toISOString();
    return { data, at };
  }

  readonly #fetch: typeof fetch = async (input, init) => {
    this.requests++;
    const answer = await (this.settings.fetch ?? fetch)(input, init);
    const body = await answer.arrayBuffer();
    this.bytes += body.byteLength;
    return new Response(body.byteLength > 0 ? body : null, answer);
  };
}
