/** The register of the configuration, answering in this process, without a socket. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Config } from '../config.ts';
import { createApp } from '../http/app.ts';
import type { Log } from '../log.ts';
import { ReadModel } from '../read-model/read-model.ts';
import { openStoreOf } from '../serve.ts';
import { openSigner } from '../sync/open-signer.ts';

export interface LocalRegister {
  fetch: typeof fetch;
  close(): Promise<void>;
}

/** @throws {ConfigError} where there is no such register: asking for one does not make it. */
export async function openLocalRegister(config: Config, log: Log): Promise<LocalRegister> {
  const { databaseUrl, dataDir, pollMs } = config;
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'register.sqlite'))) {
    throw new ConfigError(
      'PVP_DATA_DIR',
      `There is no register in ${dataDir}, the folder that PVP_DATA_DIR names; name another one, or a running register with --from.`,
    );
  }
  const store = await openStoreOf(config);
  const shutdown = new AbortController();
  try {
    const model = await ReadModel.open(store, { pollMs, log });
    const signer = openSigner(config, store, log, true);
    const app = createApp({ store, model, config, log, signer, shutdown: shutdown.signal });
    return {
      fetch: (input, init) => app.fetch(new Request(input, init)),
      close: async () => {
        shutdown.abort();
        model.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
