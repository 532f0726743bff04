/** The sync endpoints of one scope of a register. */
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
  /** Where the endpoints of the scope are, with a slash at the end. */
  readonly address: string;

  constructor(
    readonly register: string,
    readonly scope: string,
    readonly settings: RequestSettings,
  ) {
    const steps = scope.split('/').map(encodeURIComponent).join('/');
    this.address = `${register}/v1/sync/${steps}/`;
  }

  /**
   * @param path From the address of the scope.
   * @param field A field that the answer must have.
   */
  async read<T>(path: string, field: keyof T & string, request: ReadRequest): Promise<Told<T>> {
    const { href } = new URL(path, this.address);
    const { data, headers } = await requestJson<T>(href, field, request, {
      ...this.settings,
      fetch: async (input, init) => {
        this.requests++;
        const answer = await (this.settings.fetch ?? fetch)(input, init);
        const body = await answer.arrayBuffer();
        this.bytes += body.byteLength;
        return new Response(body.byteLength > 0 ? body : null, answer);
      },
    });
    // Without a `Date` there is no clock of the register; this one is near enough to show.
    const date = Date.parse(headers.get('date') ?? '') || Date.now();
    const at = new Date(date - (Number(headers.get('age')) || 0) * 1000).toISOString();
    return { data, at };
  }
}
