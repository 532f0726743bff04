/** What every store of a replica and every sync has to keep, as suites for `node:test`. */
export { fill, randomRecord, writeHistory } from './histories.ts';
export {
  dyingProcess,
  mortalProcess,
  type Death,
  type DeathMoment,
  type DyingStore,
  type MortalProcess,
} from './mortal-process.ts';
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
  type MortalReplica,
  type OpenPlace,
  type PlainReplicaOptions,
  type ReplicaProcesses,
  type ReplicaWorld,
  type StorePlace,
  type TestedReplica,
} from './replica-world.ts';
export {
  collectTests,
  nodeTest,
  type CollectedTest,
  type RegisterTest,
  type TestScope,
} from './test-scope.ts';
export { testDeaths, type DeathSuiteOptions } from './death-suite.ts';
export { testFaults } from './fault-suite.ts';
export { testProperties } from './property-suite.ts';
export { testReplicaStore, type StoreSuiteOptions } from './store-suite.ts';
export { testRules } from './rule-suite.ts';
export { testSources, type OpenedSource, type Published, type SourceKind } from './source-suite.ts';
