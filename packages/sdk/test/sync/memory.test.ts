import {
  testDeaths,
  testFaults,
  testProperties,
  testReplicaStore,
  testRules,
} from '@pvp/testing/conformance';
import { memoryPlace } from './support/store-places.ts';

testReplicaStore('memory', memoryPlace, { outlives: false, writesHaveSteps: false });
testRules('memory', memoryPlace);
testFaults('memory', memoryPlace);
testDeaths('memory', memoryPlace, { writesHaveSteps: false });
testProperties('memory', memoryPlace, [1, 2, 3, 4, 5, 6, 7, 8]);
