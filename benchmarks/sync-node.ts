/**
 * CPU time of a Node process that copies 5,000 services, hears that nothing is new, and takes in 50
 * changes: the replica, one JSON document, RxDB and PouchDB in memory; the replica and one document
 * row by row in an SQLite file.
 *
 *   npm --prefix benchmarks ci
 *   node --conditions=pvp-source --import tsx benchmarks/sync-node.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore } from '@pvp/sdk/sync';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { machineLine, markdownTable, today } from './machine.ts';
import { naive, ours, pouchdb, rxdb, type Contender, type Rows } from './sync/contenders.ts';
import { startMeasuredRegister } from './sync/measured-register.ts';
import { CHANGED, HEAD, measureRounds, rowsOf } from './sync/rounds.ts';

const SERVICES = 5_000;
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'pvp-benchmark-'));
let files = 0;
const file = () => join(folder, `${++files}.db`);

const Pouch = PouchDB.plugin(http).plugin(memory).plugin(replication);
const IN_MEMORY: Record<string, () => Contender> = {
  'ours, memory': () => ours(memoryStore()),
  'naive, a Map': () => naive(openMap),
  'RxDB, memory': () => rxdb(getRxStorageMemory()),
  'PouchDB, memory': () => pouchdb(Pouch, 'memory'),
};
const IN_FILE: Record<string, () => Contender> = {
  'ours, SQLite': () => ours(sqliteStore(new Database(file()))),
  'naive, SQLite row by row': () => naive(openTable),
};

const { change, close, ...origins } = await startMeasuredRegister(SERVICES);
try {
  for (const contenders of [IN_MEMORY, IN_FILE]) {
    const open = async (name: string) => {
      const copy = await contenders[name]!()(origins);
      return {
        close: () => copy.close(),
        async sync() {
          const before = process.cpuUsage();
          await copy.sync();
          const { user, system } = process.cpuUsage(before);
          return { ms: (user + system) / 1000, count: await copy.count() };
        },
      };
    };
    const names = Object.keys(contenders);
    // Once without looking: code is compiled then.
    await measureRounds(names, 1, open, () => change(CHANGED));
    const times = await measureRounds(names, ROUNDS, open, () => change(CHANGED));
    console.log(`Node, CPU time, ${SERVICES} services, middle of ${ROUNDS}, ${today()}`);
    console.log(`${machineLine()}\n`);
    console.log(`${markdownTable(HEAD, rowsOf(times))}\n`);
  }
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}

async function openMap(): Promise<Rows> {
  let rows = new Map<string, object>();
  return {
    async write(records) {
      rows = new Map(records.map((record) => [`${record.type}/${record.id}`, record]));
    },
    count: async () => rows.size,
    close: async () => undefined,
  };
}

async function openTable(): Promise<Rows> {
  const database = new Database(file());
  database.exec('CREATE TABLE record (key TEXT PRIMARY KEY, body TEXT)');
  const put = database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?)');
  return {
    async write(records) {
      database.exec('BEGIN');
      for (const record of records) put.run(`${record.type}/${record.id}`, JSON.stringify(record));
      database.exec('COMMIT');
    },
    count: async () =>
      (database.prepare('SELECT count(*) AS n FROM record').get() as { n: number }).n,
    close: async () => void database.close(),
  };
}
