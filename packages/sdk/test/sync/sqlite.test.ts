import { testDeaths, testProperties, testReplicaStore, testRules } from '@pvp/testing/conformance';
import { sqlitePlace } from './support/store-places.ts';

testReplicaStore('SQLite', sqlitePlace);
testRules('SQLite', sqlitePlace);
testDeaths('SQLite', sqlitePlace);
testProperties('SQLite', sqlitePlace, [11, 12]);
