/** A real register for tests: in memory, on a free port. */
import { randomBytes } from 'node:crypto';
import type { FullRecord } from '@pvp/contract';
import {
  createLog,
  openStore,
  readConfig,
  startRegister,
  type Store,
  type StoreOptions,
} from '@pvp/register';

export interface RegisterFixtureOptions {
  /** `sample`: the sample data; `none`; or records that are written in this order. */
  seed?: 'sample' | 'none' | readonly (FullRecord & Record<string, unknown>)[];
  /** Default: a random one. */
  adminToken?: string;
  /** Default: any free one. */
  port?: number;
  /** A store that is open already and stays open, in place of a fresh one in memory. */
  store?: Store;
  /** Called with every line of the log. Default: there is no log. */
  onLogLine?: (line: string) => void;
  elementsDir?: string;
  /** Where requests are kept. Default: in memory. */
  requestPlace?: StoreOptions;
  /** The current time. Default: the machine's. */
  clock?: () => Date;
  /** Further variables of the configuration. */
  env?: Readonly<Record<string, string>>;
}

export interface RegisterFixture {
  /** `http://127.0.0.1:…` */
  origin: string;
  port: number;
  adminToken: string;
  store: Store;
  /** Writes one record through the write API, whether it exists or not. */
  put(record: FullRecord & Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

/** Writes in one transaction each. */
const BATCH = 100;

export async function openRegister(options: RegisterFixtureOptions = {}): Promise<RegisterFixture> {
  const { seed = 'sample', adminToken = randomBytes(24).toString('base64url') } = options;
  const store = options.store ?? (await openStore({ file: ':memory:' }));
  if (typeof seed !== 'string') await writeRecords(store, seed);

  const config = readConfig({
    PORT: String(options.port ?? 0),
    PVP_HOST: '127.0.0.1',
    PVP_ADMIN_TOKEN: adminToken,
    PVP_POLL_MS: '100',
    ...options.env,
  });
  const { onLogLine, elementsDir, clock, requestPlace = { file: ':memory:' } } = options;
  const log = onLogLine
    ? createLog('trace', { write: (line) => onLogLine(line) })
    : createLog('silent');
  const register = await startRegister(config, {
    store,
    log,
    seed: seed === 'sample',
    requestPlace,
    ...(clock && { clock }),
    ...(elementsDir && { elementsDir }),
  });
  const { origin, port } = register;
  return {
    origin,
    port,
    adminToken,
    store,
    put: (record) => putRecord(origin, adminToken, record),
    close: async () => {
      await register.close();
      if (options.store === undefined) await store.close();
    },
  };
}

/** Writes records that are known to be right straight into a store. */
export async function writeRecords(
  store: Store,
  records: readonly (FullRecord & Record<string, unknown>)[],
): Promise<void> {
  const at = new Date().toISOString();
  for (let from = 0; from < records.length; from += BATCH) {
    const writes = records
      .slice(from, from + BATCH)
      .map((record) => ({ record, expect: 'any' as const }));
    const outcomes = await store.write(writes, { actor: 'fixture', at });
    const refused = outcomes.find(({ status }) => /conflict|alias/.test(status));
    if (refused) throw new Error(`The fixture was not written: ${JSON.stringify(refused)}`);
  }
}

async function putRecord(
  origin: string,
  token: string,
  record: FullRecord & Record<string, unknown>,
): Promise<void> {
  const address = `${origin}/v1/admin/${record.type}/${record.id}`;
  const authorization = `Bearer ${token}`;
  const before = await fetch(address, { headers: { authorization } });
  await before.body?.cancel();
  const revision = before.headers.get('etag');
  const response = await fetch(address, {
    method: 'PUT',
    headers: {
      authorization,
      'content-type': 'application/json',
      ...(before.ok && revision ? { 'if-match': revision } : { 'if-none-match': '*' }),
    },
    body: JSON.stringify(record),
  });
  if (!response.ok) {
    throw new Error(`PUT ${address} answered ${response.status}: ${await response.text()}`);
  }
  await response.body?.cancel();
}
