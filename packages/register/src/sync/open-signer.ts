/** Finds the key that a register signs positions with. */
import { ConfigError, type Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { generateSigningKey, PositionSigner, readOrGenerateSigningKey } from './position-signer.ts';

/**
 * The configured key; else, for the embedded store, that of the data folder, generated once. A
 * store that the caller opened has no folder: its key lasts as long as the process. Several
 * processes on one database must be given the same key, so without one nothing is signed.
 *
 * @param isOwnStore The store is the one that the configuration names.
 */
export function openSigner(
  config: Config,
  store: Store,
  log: Log,
  isOwnStore: boolean,
): PositionSigner | undefined {
  if (config.signingKey !== undefined) return new PositionSigner(config.signingKey);
  if (store.engine !== 'sqlite') {
    log.warn(
      'positions are not signed: set PVP_SIGNING_KEY or PVP_SIGNING_KEY_FILE, the same for every process',
    );
    return undefined;
  }
  if (!isOwnStore) return new PositionSigner(generateSigningKey());
  try {
    return new PositionSigner(readOrGenerateSigningKey(config.dataDir));
  } catch (error) {
    throw new ConfigError(
      'PVP_DATA_DIR',
      `The signing key in ${config.dataDir} cannot be used: ${(error as Error).message}.`,
    );
  }
}
