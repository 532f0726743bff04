/** Starts a mirror: a register whose data are a replica of another one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openReplica, type Replica, type SyncProgress } from '@pvp/sdk/sync';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import { changeConfig, type Config } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { requestPlaceOf } from '../requests/open-requests.ts';
import { startRegister } from '../serve.ts';
import { assertPublicScope } from '../sync/public-scope.ts';
import { fetchInPlace } from './fetch-in-place.ts';
import { addMirrorEndpoints } from './mirror-endpoints.ts';
import { MirrorStore } from './mirror-store.ts';
import { UpstreamKeys } from './upstream-keys.ts';

export interface MirrorOptions {
  /** Origin of the register that is followed. */
  from: string;
  /** `all` (default), `institution/{id}` or `life-event/{id}`. */
  scope?: string;
  /** Takes a snapshot that the brake would hold back, once, at the start. Default: no. */
  acceptHeld?: boolean;
  /** How the first copy comes along. */
  onProgress?: (progress: SyncProgress) => void;
  log?: Log;
  elementsDir?: string;
  clock?: () => Date;
  /** How often the upstream is asked while it is silent, in milliseconds. Default 30,000. */
  askEveryMs?: number;
}

export interface RunningMirror {
  port: number;
  /** Address on this machine, without a slash at the end. */
  origin: string;
  replica: Replica;
  close(): Promise<void>;
}

const ASK_EVERY_MS = 30_000;
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Data lie in `mirror.sqlite` in the folder of the configuration; credentials for the upstream are
 * its `upstreamHeaders`. With data of an earlier run it starts whether the upstream answers or not.
 *
 * @throws {ConfigurationError} where the address or the scope cannot be used.
 * @throws {RegisterError} where nothing is held yet and the first copy fails.
 */
export async function startMirror(config: Config, options: MirrorOptions): Promise<RunningMirror> {
  const { scope = 'all', clock = () => new Date(), onProgress } = options;
  assertPublicScope(scope, 'cannot be mirrored, because a mirror answers everybody');
  const log = options.log ?? createLog(config.logLevel);
  const asked = { headers: config.upstreamHeaders, fetch: fetchInPlace };

  const file = openFile(config.dataDir);
  const opening = openReplica({ ...asked, register: options.from, scope, store: file });
  const replica = await opening.catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  let store: MirrorStore | undefined;
  try {
    if (options.acceptHeld) await replica.acceptHeld(onProgress && { onProgress });
    else if (replica.status.checkpoint === undefined) {
      await replica.sync(onProgress && { onProgress });
    }
    const keys = new UpstreamKeys(config.dataDir, { ...asked, register: replica.register });
    await keys.read();

    let move = () => {};
    const opened = await MirrorStore.open(replica, { clock, onMove: () => move() });
    store = opened;
    // Writes of records, and tokens for them, are the upstream's affair. Requests are its own.
    const own = changeConfig(config, { adminToken: undefined, signingKey: undefined });
    const register = await startRegister(own, {
      store: opened,
      requestPlace: requestPlaceOf(config),
      log,
      clock,
      ...(options.elementsDir !== undefined && { elementsDir: options.elementsDir }),
      ownEndpoints: (app, context) =>
        addMirrorEndpoints(app, context, { replica, store: opened, keys: () => keys.current }),
    });
    const { model } = register;
    opened.acknowledge(model.position);
    model.onChange(() => opened.acknowledge(model.position));
    move = () => {
      model.catchUp().catch((error: unknown) => log.error({ error }, 'the copy cannot be read'));
    };
    // The store may have moved while the register started.
    await model.catchUp();

    const stop = followUpstream(replica, keys, log, options.askEveryMs ?? ASK_EVERY_MS);
    return {
      port: register.port,
      origin: register.origin,
      replica,
      close: async () => {
        stop();
        await register.close();
        await opened.close();
        await replica.close();
      },
    };
  } catch (error) {
    await store?.close();
    await replica.close();
    throw error;
  }
}

/**
 * Follows, and asks in between, so that `health` knows within a minute that nobody answers. While
 * nobody does, the pauses of the replica hold.
 */
function followUpstream(replica: Replica, keys: UpstreamKeys, log: Log, everyMs: number) {
  let isSilent = false;
  const look = () => {
    const { lastError: error, checkpoint } = replica.status;
    if (error && !isSilent) log.warn({ error }, 'the upstream does not answer as it should');
    if (!error && isSilent) log.info({ checkpoint }, 'the upstream answers again');
    isSilent = error !== undefined;
  };
  const stopListening = replica.onChange((report) => {
    look();
    keys.read().catch(() => {
      // Those that are known stay; the next sync asks again.
    });
    if (report === undefined || report.from === report.to) return;
    const { from, to, puts, deletes, requests, bytes, repaired } = report;
    log.info({ from, to, puts, deletes, requests, bytes, repaired }, 'taken in');
  });
  const ask = () => {
    if (replica.status.lastError === undefined) replica.sync().catch(look);
    else look();
  };
  const timer = setInterval(ask, everyMs);
  timer.unref();
  const stopFollowing = replica.follow();
  return () => {
    clearInterval(timer);
    stopListening();
    stopFollowing();
  };
}

function openFile(dataDir: string) {
  mkdirSync(dataDir, { recursive: true });
  return sqliteStore(new Database(join(dataDir, 'mirror.sqlite'), { timeout: BUSY_TIMEOUT_MS }));
}
