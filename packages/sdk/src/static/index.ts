/** A snapshot of a register as plain files, read from any web server. */
export {
  openStaticSnapshot,
  StaticSnapshot,
  type StaticReadOptions,
  type StaticSnapshotOptions,
} from './static-snapshot.ts';
export {
  openStaticSource,
  StaticSource,
  type StaticSourceOptions,
} from '../source/static-source.ts';
