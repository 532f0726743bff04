/** What every store of a replica and every sync has to keep, as suites for `node:test`. */
export { fill, randomRecord, writeHistory } from './histories.ts';
export { mortalProcess, type Death, type MortalProcess } from './mortal-process.ts';
export {
  hashOfRecord,
  ModelRegister,
  stateHashOfRecords,
  type ModelChange,
  type ModelManifest,
  type ModelPart,
  type ModelRecord,
  type ModelWrite,
} from './model-register.ts';
export { openModelServer, type ModelServer, type SignedPosition } from './model-server.ts';
export {
  assertSame,
  contentsOf,
  replicaWorld,
  type OpenPlace,
  type ReplicaWorld,
  type StorePlace,
} from './replica-world.ts';
export { testDeaths } from './death-suite.ts';
export { testProperties } from './property-suite.ts';
export { testReplicaStore } from './store-suite.ts';
export { testRules } from './rule-suite.ts';
