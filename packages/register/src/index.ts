/** The register: store, ingest, HTTP API, and what starts and ends it. */
export {
  changeConfig,
  ConfigError,
  HEADER_NAME,
  HEADER_VALUE,
  LOG_LEVELS,
  readConfig,
} from './config.ts';
export type { Config, LogLevel } from './config.ts';
export { createApp } from './http/app.ts';
export type { AppOptions, RegisterHttp } from './http/app.ts';
export { ImportInterrupted, importRecords } from './ingest/import-records.ts';
export type { ImportOptions, ImportProgress } from './ingest/import-records.ts';
export {
  countInput,
  InputError,
  readInput,
  recordsIn,
  recordsInLines,
} from './ingest/read-input.ts';
export type { RawRecord } from './ingest/read-input.ts';
export { createLog } from './log.ts';
export type { Log } from './log.ts';
export type { MirrorHealth } from './mirror/mirror-endpoints.ts';
export { startMirror } from './mirror/start-mirror.ts';
export type { MirrorOptions, RunningMirror } from './mirror/start-mirror.ts';
export { ReadModel } from './read-model/read-model.ts';
export type { ReadModelOptions, ScopeState } from './read-model/read-model.ts';
export { TOKEN_ROLES } from '@pvp/contract';
export type { ImportReport } from '@pvp/contract';
export { recordHash } from './record/hash.ts';
export { validateRecord } from './record/validate.ts';
export { generateObjects, generateServices, SeedError, seedStore } from './seed/index.ts';
export { openStoreOf, startRegister } from './serve.ts';
export type { RunningRegister, StartOptions } from './serve.ts';
export { publishSnapshot } from './static-snapshot/publish-snapshot.ts';
export type { PublishOptions, PublishReport } from './static-snapshot/publish-snapshot.ts';
export { membershipKeys } from './sync/membership.ts';
export { generateSigningKey, PositionSigner } from './sync/position-signer.ts';
export { openStore } from './store/open-store.ts';
export type { StoreOptions } from './store/open-store.ts';
export { StoreError } from './store/store-error.ts';
export type { StoreErrorCode } from './store/store-error.ts';
export type {
  Expectation,
  Floors,
  LogEntry,
  Position,
  RecordWrite,
  ScopedChanges,
  ScopedLogEntry,
  Store,
  StoredRecord,
  TokenGrant,
  WriteContext,
  WriteOutcome,
} from './store/store.ts';
