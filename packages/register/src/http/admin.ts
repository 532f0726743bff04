/** The write API: `/v1/admin/{kind}` and `/v1/admin/{kind}/{id}`. Full records, never cached. */
import type { FullRecord, RecordRow } from '@pvp/contract';
import { recordVisibility } from '../record/projection.ts';
import { validateRecord } from '../record/validate.ts';
import type { StoredRecord, TokenGrant, WriteOutcome } from '../store/store.ts';
import { authenticate, checkTouch, checkWrites, mayTouch } from './admin-access.ts';
import { addImportEndpoint } from './admin-import.ts';
import { checkContentType, parseJson, readBody } from './json-body.ts';
import { isId, isKind, Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import { readPrecondition, revisionConflict } from './precondition.ts';
import { preflight } from './preflight.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, reply, sendUncached } from './reply.ts';

const MAX_RECORD_BYTES = 1024 * 1024;
const MAX_REASON_LENGTH = 200;
const SCAN = 200;

const askedFirst = preflight(
  'GET, PUT, POST, DELETE',
  'Authorization, Idempotency-Key, Content-Type, If-Match, If-None-Match',
);

export function addAdminEndpoints(app: RegisterApp, context: RegisterContext): void {
  addImportEndpoint(app, context, askedFirst);
  endpoint(app, '/v1/admin/:kind', {
    GET: (c) => listRecords(c, context),
    OPTIONS: askedFirst,
  });
  endpoint(app, '/v1/admin/:kind/:id', {
    GET: (c) => getRecord(c, context),
    PUT: (c) => putRecord(c, context),
    DELETE: (c) => deleteRecord(c, context),
    OPTIONS: askedFirst,
  });
}

async function listRecords(c: RequestContext, context: RegisterContext): Promise<Response> {
  const grant = await authenticate(c, context);
  const kind = kindOf(c);
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const limit = parameters.limit();
  const start = parameters.cursor();
  parameters.check();

  const rows: StoredRecord[] = [];
  let after = start?.after;
  for (;;) {
    const batch = await context.store.list(kind, {
      limit: SCAN,
      ...(after !== undefined && { after }),
      ...(grant.institution !== undefined && { institution: grant.institution }),
    });
    rows.push(...batch.filter(({ record }) => mayTouch(grant, record)));
    after = batch.at(-1)?.id;
    if (rows.length > limit || batch.length < SCAN) break;
  }
  const items = rows.slice(0, limit).map(rowOf);
  const last = items.at(-1);
  const next =
    last !== undefined && rows.length > limit
      ? { next: Buffer.from(`0.${last.id}`).toString('base64url') }
      : {};
  return sendUncached(c, 200, { items, ...next });
}

async function getRecord(c: RequestContext, context: RegisterContext): Promise<Response> {
  const grant = await authenticate(c, context);
  const stored = await existing(c, context, grant);
  const { record, management, hash, revision } = stored;
  const full = { ...record, hash, ...(management && { management }) };
  return sendUncached(c, 200, full, { ETag: `"${revision}"`, 'Cache-Control': CACHE.private });
}

async function putRecord(c: RequestContext, context: RegisterContext): Promise<Response> {
  const grant = await authenticate(c, context);
  checkWrites(grant);
  const { store, model, log, clock } = context;
  const kind = kindOf(c);
  const id = idOf(c);
  const precondition = readPrecondition(c, { create: true });
  checkContentType(c, ['application/json']);
  const record = parseJson(await readBody(c, MAX_RECORD_BYTES)) as FullRecord &
    Record<string, unknown>;

  const errors = validateRecord(record);
  for (const [field, value] of [
    ['type', kind],
    ['id', id],
  ] as const) {
    if (errors.length === 0 && record[field] !== value) {
      const reason = `The address says ${JSON.stringify(value)}.`;
      errors.push({ id: record.id, field: `/${field}`, reason });
    }
  }
  if (errors.length > 0) throw new HttpProblem('invalid-record', { errors });

  // Both the text that is replaced and the new one must be the token's, so that nothing is taken
  // from, or given to, another institution.
  const current = await store.get(kind, id);
  if (current) checkTouch(grant, current.record);
  checkTouch(grant, record);
  const expect = precondition.expectation(current?.revision);
  const at = clock().toISOString();
  const [outcome] = await store.write([{ record, expect }], { actor: grant.name, at });
  if (outcome === undefined) throw new Error('The store told no outcome of a write.');
  const written = judge(outcome);
  await model.catchUp().catch((error: unknown) => {
    log.warn({ error }, 'the read model will take the write in later');
  });
  const stored = await store.get(kind, id);
  const row: RecordRow = {
    type: kind,
    id,
    revision: written.revision,
    hash: written.hash,
    ...(stored && titleOf(stored)),
    checkpoint: model.checkpoint,
  };
  const created = written.status === 'created';
  return sendUncached(c, created ? 201 : 200, row, {
    ETag: `"${written.revision}"`,
    ...(created && { Location: `/v1/admin/${kind}/${id}` }),
  });
}

async function deleteRecord(c: RequestContext, context: RegisterContext): Promise<Response> {
  const grant = await authenticate(c, context);
  checkWrites(grant);
  const { store, model, log, clock } = context;
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const reason = parameters.text('reason', MAX_REASON_LENGTH);
  parameters.check();
  const precondition = readPrecondition(c, { create: false });
  const { kind, id, record, revision } = await existing(c, context, grant);
  checkTouch(grant, record);
  const expect = precondition.expectation(revision);
  const at = clock().toISOString();
  const by = { actor: grant.name, at };
  const outcome = await store.delete(kind, id, expect, reason ?? 'redacted', by);
  if (outcome.status === 'not-found') throw noRecord();
  if (outcome.status !== 'deleted') judge(outcome);
  await model.catchUp().catch((error: unknown) => {
    log.warn({ error }, 'the read model will take the redaction in later');
  });
  return reply(c, 204, null, { 'Cache-Control': CACHE.none });
}

function judge(outcome: WriteOutcome) {
  switch (outcome.status) {
    case 'conflict':
      throw revisionConflict(outcome.revision);
    case 'alias-taken':
      throw new HttpProblem('invalid-record', {
        errors: [
          {
            id: outcome.id,
            field: '/aliases',
            reason: `${outcome.alias} already leads to ${outcome.owner}.`,
          },
        ],
      });
    default:
      return outcome;
  }
}

/** The record at the address, where the token may read it. */
async function existing(
  c: RequestContext,
  { store }: RegisterContext,
  grant: TokenGrant,
): Promise<StoredRecord> {
  const stored = await store.get(kindOf(c), idOf(c));
  if (stored === undefined) throw noRecord();
  // That another institution's restricted service exists is not told.
  if (recordVisibility(stored.record) !== 'public' && !mayTouch(grant, stored.record)) {
    throw noRecord();
  }
  checkTouch(grant, stored.record);
  return stored;
}

function rowOf(stored: StoredRecord): RecordRow {
  const { kind, id, revision, hash } = stored;
  return { type: kind, id, revision, hash, ...titleOf(stored) };
}

function titleOf({ record }: StoredRecord): Pick<RecordRow, 'title' | 'changedAt'> {
  const title = record['title'] as RecordRow['title'];
  const { changedAt } = record;
  return { ...(title && { title }), ...(changedAt && { changedAt }) };
}

function kindOf(c: RequestContext): string {
  const kind = c.req.param('kind') ?? '';
  if (!isKind(kind)) throw noRecord();
  return kind;
}

function idOf(c: RequestContext): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw noRecord();
  return id;
}

function noRecord(): HttpProblem {
  return new HttpProblem('not-found', { detail: 'No record has this kind and id.' });
}
