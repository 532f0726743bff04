import { filePlace, memoryPlace } from '../store/test-place.ts';
import { replaySuite } from './replay-suite.ts';

replaySuite('SQLite in memory', memoryPlace, [1, 2, 3, 4]);
replaySuite('an SQLite file', filePlace, [5]);
