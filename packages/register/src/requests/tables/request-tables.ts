/**
 * The tables of requests, feedback and counters: a schema of its own. They may stand beside those of
 * the register (PostgreSQL) or in a file of their own (SQLite, a mirror).
 *
 * A step that has been released is never edited: a change is a new step at the end. Instants are
 * texts of one format in UTC, so that their order is that of their bytes.
 */
import type { Schema } from '../../store/migrations.ts';
import type { MigrationStep } from '../../store/tables.ts';

const first: MigrationStep = (key) => [
  `CREATE TABLE request (
     number ${key} PRIMARY KEY,
     key_hash ${key} NOT NULL UNIQUE,
     body_hash TEXT NOT NULL,
     kind ${key} NOT NULL,
     profile TEXT NOT NULL,
     institution ${key} NOT NULL,
     service TEXT,
     state ${key} NOT NULL,
     level INTEGER NOT NULL,
     revision BIGINT NOT NULL,
     backend TEXT NOT NULL,
     delivery ${key} NOT NULL,
     reference TEXT,
     running_until ${key},
     lang TEXT,
     notice TEXT NOT NULL,
     received_at ${key} NOT NULL,
     changed_at ${key} NOT NULL,
     looked_at ${key}
   )`,
  `CREATE INDEX request_by_time ON request (received_at, number)`,
  `CREATE INDEX request_by_institution ON request (institution, received_at, number)`,
  `CREATE INDEX request_by_state ON request (state, changed_at)`,
  // What the person wrote. Emptied where only the institution's own system is to keep it.
  `CREATE TABLE request_body (
     number ${key} PRIMARY KEY,
     text TEXT NOT NULL,
     attributes TEXT,
     contact TEXT,
     FOREIGN KEY (number) REFERENCES request (number) ON DELETE CASCADE
   )`,
  `CREATE TABLE request_event (
     number ${key} NOT NULL,
     ordinal INTEGER NOT NULL,
     written_at ${key} NOT NULL,
     actor TEXT NOT NULL,
     state TEXT NOT NULL,
     level INTEGER NOT NULL,
     message TEXT,
     note TEXT,
     PRIMARY KEY (number, ordinal),
     FOREIGN KEY (number) REFERENCES request (number) ON DELETE CASCADE
   )`,
  // Without a number: nobody has named the file yet.
  `CREATE TABLE request_upload (
     id ${key} PRIMARY KEY,
     number ${key},
     ordinal INTEGER,
     name TEXT NOT NULL,
     media_type TEXT NOT NULL,
     bytes BIGINT NOT NULL,
     written_at ${key} NOT NULL,
     FOREIGN KEY (number) REFERENCES request (number) ON DELETE CASCADE
   )`,
  `CREATE INDEX request_upload_by_number ON request_upload (number)`,
  `CREATE TABLE request_upload_part (
     upload ${key} NOT NULL,
     part INTEGER NOT NULL,
     content TEXT NOT NULL,
     PRIMARY KEY (upload, part),
     FOREIGN KEY (upload) REFERENCES request_upload (id) ON DELETE CASCADE
   )`,
  // What is still to be sent. A row is held by moving `due_at` ahead, so a process that dies gives
  // it back by itself.
  `CREATE TABLE request_outbox (
     id ${key} PRIMARY KEY,
     number ${key} NOT NULL,
     task TEXT NOT NULL,
     event_ordinal INTEGER NOT NULL,
     attempts INTEGER NOT NULL,
     due_at ${key} NOT NULL,
     last_error TEXT,
     written_at ${key} NOT NULL,
     FOREIGN KEY (number) REFERENCES request (number) ON DELETE CASCADE
   )`,
  `CREATE INDEX request_outbox_by_due ON request_outbox (due_at)`,
  `CREATE INDEX request_outbox_by_number ON request_outbox (number)`,
  `CREATE TABLE request_proof (
     id ${key} PRIMARY KEY,
     expires_at ${key} NOT NULL
   )`,
  // Counters of a day. Nothing in them stands for a person; '' is no institution.
  `CREATE TABLE usage_count (
     day ${key} NOT NULL,
     host ${key} NOT NULL,
     institution ${key} NOT NULL,
     name ${key} NOT NULL,
     n BIGINT NOT NULL,
     PRIMARY KEY (day, host, institution, name)
   )`,
  `CREATE TABLE usage_query (
     day ${key} NOT NULL,
     institution ${key} NOT NULL,
     query ${key} NOT NULL,
     n BIGINT NOT NULL,
     PRIMARY KEY (day, institution, query)
   )`,
  `CREATE TABLE feedback_count (
     day ${key} NOT NULL,
     institution ${key} NOT NULL,
     type ${key} NOT NULL,
     id ${key} NOT NULL,
     useful BIGINT NOT NULL,
     not_useful BIGINT NOT NULL,
     PRIMARY KEY (day, institution, type, id)
   )`,
  `CREATE TABLE feedback_suggestion (
     name ${key} PRIMARY KEY,
     day ${key} NOT NULL,
     institution ${key} NOT NULL,
     type TEXT NOT NULL,
     id TEXT NOT NULL,
     text TEXT NOT NULL
   )`,
  `CREATE INDEX feedback_suggestion_by_day ON feedback_suggestion (day)`,
];

export const REQUEST_SCHEMA: Schema = { id: 2, steps: [first] };
