/** The suites for a store in a browser. */
import { testDeaths } from '../death-suite.ts';
import { testFaults } from '../fault-suite.ts';
import { testProperties } from '../property-suite.ts';
import { testRules } from '../rule-suite.ts';
import { testReplicaStore } from '../store-suite.ts';
import type { BrowserSuite } from './conformance-plugin.ts';

export const indexedDbSuite: BrowserSuite = (host, test) => {
  const place = () => host.openPlace();
  testReplicaStore('IndexedDB', place, {}, test);
  testRules('IndexedDB', place, test);
  testFaults('IndexedDB', place, test);
  testDeaths('IndexedDB', place, { hasProcesses: true }, test);
  testProperties('IndexedDB', place, [41, 42], test);
};
