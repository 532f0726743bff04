/**
 * A real register for a test that runs in a browser, started by the test server (see
 * `register-plugin.ts`). Imports nothing, so that a browser can load it alone.
 */

export interface BrowserRegister {
  id: string;
  /** Another origin than the page's. */
  origin: string;
  adminToken: string;
  /** The full record, both halves. */
  get(kind: string, id: string): Promise<RegisterRecord>;
  /** Creates or replaces a record through the write API. Readers see it when this resolves. */
  put(kind: string, record: RegisterRecord): Promise<void>;
  /** Publishes what it has as plain files; the address of their folder. */
  publish(): Promise<string>;
  /** Creates or replaces many records at once; throws where one is refused. */
  putAll(records: readonly RegisterRecord[]): Promise<void>;
  /** Ends the server; the data stay. */
  stop(): Promise<void>;
  /** Brings the server back under the same address. */
  start(): Promise<void>;
}

/** A full record in the shape of the contract. */
export type RegisterRecord = { type: string; id: string } & Record<string, unknown>;

export interface BrowserRegisterOptions {
  /** Default `sample`. */
  seed?: 'sample' | 'none';
}

export async function openRegister(options: BrowserRegisterOptions = {}): Promise<BrowserRegister> {
  const { id, origin, adminToken } = (await control('', options)) as {
    id: string;
    origin: string;
    adminToken: string;
  };
  const authorization = `Bearer ${adminToken}`;
  const addressOf = (kind: string, recordId: string) =>
    `${origin}/v1/admin/${kind}/${encodeURIComponent(recordId)}`;
  return {
    id,
    origin,
    adminToken,
    async get(kind, recordId) {
      const response = await expectOk(
        fetch(addressOf(kind, recordId), { headers: { authorization }, cache: 'no-store' }),
      );
      return (await response.json()) as RegisterRecord;
    },
    async put(kind, record) {
      const address = addressOf(kind, record.id);
      const before = await fetch(address, { headers: { authorization }, cache: 'no-store' });
      const revision = before.headers.get('etag');
      await expectOk(
        fetch(address, {
          method: 'PUT',
          headers: {
            authorization,
            'content-type': 'application/json',
            ...(before.ok && revision ? { 'if-match': revision } : { 'if-none-match': '*' }),
          },
          body: JSON.stringify(record),
        }),
      );
    },
    async publish() {
      const { address } = (await control(`/${id}/publish`)) as { address: string };
      return address;
    },
    async putAll(records) {
      const response = await expectOk(
        fetch(`${origin}/v1/admin/import`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(records),
        }),
      );
      const { rejected } = (await response.json()) as { rejected: unknown[] };
      if (rejected.length) throw new Error(`Refused: ${JSON.stringify(rejected.slice(0, 3))}`);
    },
    async stop() {
      await control(`/${id}/stop`);
    },
    async start() {
      await control(`/${id}/start`);
    },
  };
}

async function control(path: string, body: object = {}): Promise<unknown> {
  const response = await expectOk(
    fetch(`/__register${path}`, { method: 'POST', body: JSON.stringify(body) }),
  );
  return response.json();
}

async function expectOk(pending: Promise<Response>): Promise<Response> {
  const response = await pending;
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return response;
}
