/** The sync endpoints of one scope of a register. */
import type { ChangePage, Manifest, ManifestPart } from '@pvp/contract';
import { requestJson, type RequestSettings } from '../client/request-json.ts';

/** Parts are larger than other answers: limits in milliseconds. */
const PART_TIMEOUT_MS = 60_000;
const PART_TOTAL_TIMEOUT_MS = 180_000;

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
  readonly #settings: RequestSettings;
  readonly #address: string;

  constructor(
    private readonly register: string,
    scope: string,
    settings: RequestSettings,
  ) {
    this.#settings = settings;
    const steps = scope.split('/').map(encodeURIComponent).join('/');
    this.#address = `${register}/v1/sync/${steps}`;
  }

  changes(since: string, request: ReadRequest): Promise<Told<ChangePage>> {
    return this.#json(`${this.#address}/changes?since=${since}`, 'changes', request);
  }

  snapshot(request: ReadRequest): Promise<Told<Manifest>> {
    return this.#json(`${this.#address}/snapshot`, 'parts', request);
  }

  keys(request: ReadRequest): Promise<Told<{ keys: JsonWebKey[] }>> {
    return this.#json(`${this.register}/.well-known/pvp-keys.json`, 'keys', request);
  }

  /**
   * The bytes of a part; never more than the manifest says, and not all of them where a body is longer.
   *
   * @param room Where to put them, if it is large enough: many large parts would fill the memory.
   */
  async part(
    { href, bytes: size }: ManifestPart,
    { signal, cache }: ReadRequest,
    room = new Uint8Array(size),
  ): Promise<Uint8Array<ArrayBuffer>> {
    let length = 0;
    // The body is taken aside, so that limits, retries and errors are those of every request.
    const take: typeof fetch = async (input, init) => {
      this.requests++;
      const answer = await (this.#settings.fetch ?? fetch)(input, init);
      if (!answer.ok) return answer;
      length = 0;
      const body = answer.body?.getReader();
      for (let piece = await body?.read(); piece?.value; piece = await body?.read()) {
        const { value } = piece;
        this.bytes += value.length;
        if (length + value.length > size) {
          void body?.cancel().catch(() => undefined);
          break;
        }
        room.set(value, length);
        length += value.length;
      }
      return Response.json({ taken: true });
    };
    const url = new URL(href, `${this.#address}/snapshot`);
    await requestJson<{ taken: boolean }>(
      url.href,
      'taken',
      { signal, cache },
      {
        timeoutMs: PART_TIMEOUT_MS,
        totalTimeoutMs: PART_TOTAL_TIMEOUT_MS,
        ...this.#settings,
        // Credentials are the register's: a manifest may lead to another origin.
        headers: url.origin === this.register ? this.#settings.headers : undefined,
        fetch: take,
      },
    );
    return room.subarray(0, length);
  }

  async #json<T>(
    url: string,
    field: keyof T & string,
    { signal, cache }: ReadRequest,
  ): Promise<Told<T>> {
    const settings = { ...this.#settings, fetch: this.#fetch };
    const { data, headers } = await requestJson<T>(url, field, { signal, cache }, settings);
    // Without a `Date` there is no clock of the register; this one is near enough to show.
    const date = Date.parse(headers.get('date') ?? '') || Date.now();
    const at = new Date(date - (Number(headers.get('age')) || 0) * 1000).toISOString();
    return { data, at };
  }

  readonly #fetch: typeof fetch = async (input, init) => {
    this.requests++;
    const answer = await (this.#settings.fetch ?? fetch)(input, init);
    const body = await answer.arrayBuffer();
    this.bytes += body.byteLength;
    return new Response(body.byteLength > 0 ? body : null, answer);
  };
}
