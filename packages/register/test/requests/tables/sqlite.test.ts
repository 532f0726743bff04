import { filePlace, memoryPlace } from '../../store/test-place.ts';
import { requestStoreSuite } from './store-suite.ts';

requestStoreSuite('SQLite in memory', memoryPlace, false);
requestStoreSuite('an SQLite file', filePlace);
