/** A ticket system on this machine that fails as real ones do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/**
 * What happens to the next call that would create something:
 * `unavailable` 503 and nothing created; `refuses` 422 and nothing created; `silent` created, and no answer ever comes;
 * `fails-after` created, and the answer is 500; `breaks-after` created, and the connection breaks;
 * `twice` created twice, as systems do whose own retries went wrong, and the answer is 500.
 */
export type Fault = 'unavailable' | 'refuses' | 'silent' | 'fails-after' | 'breaks-after' | 'twice';

export interface SeenCall {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface TicketAnswer {
  status: number;
  body: unknown;
}

export abstract class TicketServer {
  readonly calls: SeenCall[] = [];
  readonly faults: Fault[] = [];
  /** Told of every call that creates something, once it has. */
  onCreated: () => void = () => undefined;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy());
    });
  }

  async listen(t: TestContext): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      this.#server.closeAllConnections();
      this.#server.close();
    });
    return this;
  }

  /** Nobody listens any more, at an address where somebody did. */
  async goDown(): Promise<void> {
    const { port } = this.#server.address() as AddressInfo;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#port = port;
  }

  async comeBack(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
  }

  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  created(): SeenCall[] {
    return this.calls.filter((call) => this.creates(call));
  }

  protected abstract creates(call: SeenCall): boolean;
  protected abstract answer(call: SeenCall, url: URL): TicketAnswer;

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const call: SeenCall = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    this.calls.push(call);
    const fault = this.creates(call) ? this.faults.shift() : undefined;
    if (fault === 'unavailable') return send(response, { status: 503, body: {} });
    if (fault === 'refuses') return send(response, { status: 422, body: {} });
    const url = new URL(call.path, this.url);
    const answer = this.answer(call, url);
    if (fault === 'twice') this.answer(call, url);
    if (this.creates(call)) this.onCreated();
    if (fault === 'silent') return;
    if (fault === 'breaks-after') return void response.destroy();
    if (fault) return send(response, { status: 500, body: { error: 'A worker died.' } });
    send(response, answer);
  }
}

function send(response: ServerResponse, { status, body }: TicketAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
