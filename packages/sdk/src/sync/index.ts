/** A copy of a register, or of a part of it, that follows it. */
export { changeClasses, type ChangeClass } from './change-classes.ts';
export { confirmService, type Confirmation, type ConfirmOptions } from './confirm-service.ts';
export {
  openReplica,
  Replica,
  type ReplicaOptions,
  type ReplicaRecord,
  type ReplicaStatus,
  type SyncOptions,
} from './replica.ts';
export {
  REPLICA_SCHEMA,
  type HeldBack,
  type OverlayEntry,
  type ReplicaCommit,
  type ReplicaMeta,
  type ReplicaName,
  type ReplicaStore,
  type StoredPart,
  type StoredState,
} from './replica-store.ts';
export { leafDigest, stateHashOf } from './state-hash.ts';
export { SyncError, type SyncErrorReason } from './sync-error.ts';
export type { RecordChange, SyncProgress, SyncReport } from './sync-report.ts';
export {
  InvalidTransition,
  SYNC_STATES,
  SyncMachine,
  TRANSITIONS,
  type SyncEvent,
  type SyncState,
} from './transitions.ts';
export { verifyRecord } from './verify-record.ts';
export { indexedDbStore } from '../stores/indexeddb-store.ts';
export { indexedDbWords } from '../stores/indexeddb-words.ts';
export { memoryStore, MemoryStore } from '../stores/memory-store.ts';
export { openReplicaSource, ReplicaSource } from '../source/replica-source.ts';
export type { KeptWords, WordStore } from '../source/everyday-words.ts';
