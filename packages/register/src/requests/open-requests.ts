/** Opens the request service of a process. */
import { join } from 'node:path';
import { ConfigError, type Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { RegisterContents } from '../read-model/contents.ts';
import type { StoreOptions } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { openBackends } from './backends/open-backends.ts';
import { generateRequestKey, readOrGenerateRequestKey, RequestKey } from './request-key.ts';
import { RequestService } from './request-service.ts';
import { RequestStore } from './tables/request-store.ts';
import { keepUp } from './upkeep.ts';

const IN_MEMORY = ':memory:';

export interface OpenRequestsOptions {
  /** Where requests are kept. */
  place: StoreOptions;
  /** What is registered now. */
  contents: () => RegisterContents;
  clock: () => Date;
  log: Log;
  shutdown: AbortSignal;
}

/**
 * Where a configuration keeps requests: the same database server as the register, else a file of
 * their own, so that personal data are apart from what everybody may copy.
 */
export function requestPlaceOf({ databaseUrl, dataDir }: Config): StoreOptions {
  return databaseUrl === undefined ? { file: join(dataDir, 'requests.sqlite') } : { databaseUrl };
}

/** `undefined`: no requests are taken, and the log says why unless that was asked for. */
export async function openRequests(
  config: Config,
  { place, contents, clock, log, shutdown }: OpenRequestsOptions,
): Promise<RequestService | undefined> {
  const settings = config.requests;
  if (!settings.enabled) return undefined;
  const secret = secretOf(config, place);
  if (secret === undefined) {
    log.warn(
      'no requests are taken: set PVP_REQUEST_KEY or PVP_REQUEST_KEY_FILE, the same for every process',
    );
    return undefined;
  }
  const store = await openStore(place, log);
  if (store === undefined) return undefined;
  const { backendOf, notifier } = openBackends(settings, clock);
  const service = new RequestService({
    store,
    settings,
    key: new RequestKey(secret),
    contents,
    backendOf: (institution) => {
      // Settings may name an institution by its registration number or a former id.
      const { aliases = [] } = contents().get('organization', institution)?.record ?? {};
      return backendOf([institution, ...aliases]);
    },
    notifier,
    clock,
    log,
  });
  service.outbox.start();
  keepUp(service, log, shutdown);
  return service;
}

/** `undefined`: the place can only be read, and whoever reads records from it may go on. */
async function openStore(place: StoreOptions, log: Log): Promise<RequestStore | undefined> {
  try {
    return await RequestStore.open(place);
  } catch (error) {
    const isStandby = error instanceof StoreError && error.code === 'not-writable';
    if (!isStandby || place.databaseUrl === undefined) throw error;
    log.warn({ error }, 'no requests are taken: their database can only be read');
    return undefined;
  }
}

/** Several processes on one database server must be given the same secret. */
function secretOf({ requestKey, dataDir }: Config, { file }: StoreOptions): string | undefined {
  if (requestKey !== undefined) return requestKey;
  if (file === IN_MEMORY) return generateRequestKey();
  if (file === undefined) return undefined;
  try {
    return readOrGenerateRequestKey(dataDir);
  } catch (error) {
    throw new ConfigError(
      'PVP_DATA_DIR',
      `The key of requests in ${dataDir} cannot be used: ${(error as Error).message}.`,
    );
  }
}
