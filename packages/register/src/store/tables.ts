/**
 * The tables of the store, as steps that lead from one schema version to the next. A step that has
 * been released is never edited: a change is a new step at the end.
 *
 * Numbers that grow with use are BIGINT. Texts stand in `record_body` alone, so that whatever only
 * filters or counts never reads past them.
 */

/** The statements of one step; `key` is the engine's column type for keys. */
export type MigrationStep = (key: string) => readonly string[];

const first: MigrationStep = (key) => [
  // One row. Updated first in every write transaction, so it is the queue of the writers too.
  `CREATE TABLE clock (
     id INTEGER PRIMARY KEY,
     epoch TEXT NOT NULL,
     seq BIGINT NOT NULL
   )`,
  `CREATE TABLE record (
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     revision BIGINT NOT NULL,
     hash TEXT NOT NULL,
     content_hash TEXT NOT NULL,
     visibility TEXT NOT NULL,
     PRIMARY KEY (kind, id)
   )`,
  `CREATE TABLE record_body (
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     public_text TEXT NOT NULL,
     management_text TEXT,
     PRIMARY KEY (kind, id),
     FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
   )`,
  `CREATE TABLE alias (
     kind ${key} NOT NULL,
     alias ${key} NOT NULL,
     id ${key} NOT NULL,
     PRIMARY KEY (kind, alias),
     FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
   )`,
  `CREATE INDEX alias_by_record ON alias (kind, id)`,
  // What a record names: `rel` says in which role.
  `CREATE TABLE link (
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     rel ${key} NOT NULL,
     target ${key} NOT NULL,
     PRIMARY KEY (kind, id, rel, target),
     FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
   )`,
  `CREATE INDEX link_by_target ON link (target, kind, id)`,
  // What remains of a deleted record: where its count of revisions stood.
  `CREATE TABLE tombstone (
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     revision BIGINT NOT NULL,
     PRIMARY KEY (kind, id)
   )`,
  `CREATE TABLE change_log (
     seq BIGINT NOT NULL,
     ordinal INTEGER NOT NULL,
     op TEXT NOT NULL,
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     hash TEXT,
     prev_hash TEXT,
     visibility TEXT NOT NULL,
     reason TEXT,
     written_at TEXT NOT NULL,
     PRIMARY KEY (seq, ordinal)
   )`,
  `CREATE TABLE audit (
     seq BIGINT NOT NULL,
     ordinal INTEGER NOT NULL,
     actor TEXT NOT NULL,
     written_at TEXT NOT NULL,
     op TEXT NOT NULL,
     kind ${key} NOT NULL,
     id ${key} NOT NULL,
     revision_before BIGINT,
     revision_after BIGINT,
     PRIMARY KEY (seq, ordinal)
   )`,
  `CREATE TABLE token (
     name ${key} PRIMARY KEY,
     role TEXT NOT NULL,
     institution TEXT,
     salt TEXT NOT NULL,
     hash TEXT NOT NULL,
     written_at TEXT NOT NULL
   )`,
];

const scopes: MigrationStep = (key) => [
  // Which scopes are told of a row of the log; `sides` says whether the record was there before the
  // write, after it, or both.
  `CREATE TABLE change_scope (
     scope ${key} NOT NULL,
     seq BIGINT NOT NULL,
     ordinal INTEGER NOT NULL,
     sides TEXT NOT NULL,
     PRIMARY KEY (scope, seq, ordinal)
   )`,
  `CREATE INDEX change_scope_by_row ON change_scope (seq)`,
  // The oldest position from which a scope is told; that of '*' holds for all of them.
  `CREATE TABLE scope_floor (
     scope ${key} PRIMARY KEY,
     seq BIGINT NOT NULL
   )`,
  // Rows that were written before have no scopes.
  `INSERT INTO scope_floor (scope, seq) SELECT '*', seq FROM clock`,
  // Every life of the log but the first, so that no name comes twice.
  `CREATE TABLE epoch (
     epoch TEXT PRIMARY KEY,
     seq BIGINT NOT NULL,
     reason TEXT NOT NULL,
     written_at TEXT NOT NULL
   )`,
];

/** Step `n` leads from version `n` to `n + 1`. */
export const MIGRATION_STEPS: readonly MigrationStep[] = [first, scopes];
