/** Writes a request, and everything that came with it, in one transaction. */
import type { SqlSession } from '../../store/drivers/driver.ts';
import { insertRows } from '../../store/queries/many-rows.ts';
import type { Submission, SubmissionOutcome } from '../request-model.ts';
import { selectByKey } from './request-rows.ts';

/** Thrown where another process was quicker between a look and a write: the transaction is undone. */
export class Overtaken extends Error {
  readonly outcome: SubmissionOutcome;

  constructor(outcome: SubmissionOutcome) {
    super(`A submission was overtaken: ${outcome.status}.`);
    this.outcome = outcome;
  }
}

/**
 * A refusal is told before anything is written, because other submissions share the transaction.
 *
 * @throws {Overtaken}
 */
export async function insertSubmission(
  session: SqlSession,
  submission: Submission,
): Promise<SubmissionOutcome> {
  const { request, keyHash, bodyHash, content, uploads, proof, tasks } = submission;
  const before = await knownOutcome(session, keyHash, bodyHash);
  if (before) return before;
  const [taken] = await session.all('SELECT number FROM request WHERE number = $1', [
    request.number,
  ]);
  if (taken) return { status: 'number-taken' };
  for (const upload of uploads) {
    const [free] = await session.all(
      'SELECT id FROM request_upload WHERE id = $1 AND number IS NULL',
      [upload],
    );
    if (!free) return { status: 'no-such-upload', upload };
  }
  if (proof) {
    const [spent] = await session.all('SELECT id FROM request_proof WHERE id = $1', [proof.id]);
    if (spent) return { status: 'proof-spent' };
  }
  const { receivedAt } = request;
  const [inserted] = await session.all(
    `INSERT INTO request (number, key_hash, body_hash, kind, profile, institution, service, state,
       level, revision, backend, delivery, running_until, lang, notice, received_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'acknowledged', $8, 1, $9, $10, $11, $12, $13, $14, $14)
     ON CONFLICT DO NOTHING RETURNING number`,
    [
      request.number,
      keyHash,
      bodyHash,
      request.kind,
      request.profile,
      request.institution,
      request.service ?? null,
      request.level,
      request.backend,
      request.delivery,
      request.runningUntil ?? null,
      request.lang ?? null,
      request.notice,
      receivedAt,
    ],
  );
  if (!inserted) {
    throw new Overtaken(
      (await knownOutcome(session, keyHash, bodyHash)) ?? { status: 'number-taken' },
    );
  }
  if (proof) {
    const [used] = await session.all(
      `INSERT INTO request_proof (id, expires_at) VALUES ($1, $2)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
      [proof.id, proof.expiresAt],
    );
    if (!used) throw new Overtaken({ status: 'proof-spent' });
  }
  await session.all(
    'INSERT INTO request_body (number, text, attributes, contact) VALUES ($1, $2, $3, $4)',
    [request.number, content.text, json(content.attributes), json(content.contact)],
  );
  await session.all(
    `INSERT INTO request_event (number, ordinal, written_at, actor, state, level)
       VALUES ($1, 1, $2, 'requester', 'acknowledged', $3)`,
    [request.number, receivedAt, request.level],
  );
  for (const [ordinal, upload] of uploads.entries()) {
    const [claimed] = await session.all(
      `UPDATE request_upload SET number = $1, ordinal = $2 WHERE id = $3 AND number IS NULL
         RETURNING id`,
      [request.number, ordinal, upload],
    );
    if (!claimed) throw new Overtaken({ status: 'no-such-upload', upload });
  }
  await insertRows(
    session,
    'INSERT INTO request_outbox (id, number, task, event_ordinal, attempts, due_at, written_at)',
    tasks.map(({ id, task, attempts, dueAt }) => [
      id,
      request.number,
      task,
      1,
      attempts,
      dueAt,
      receivedAt,
    ]),
  );
  return {
    status: 'created',
    request: {
      ...request,
      state: 'acknowledged',
      revision: 1,
      reference: undefined,
      changedAt: receivedAt,
      lookedAt: undefined,
    },
  };
}

async function knownOutcome(
  session: SqlSession,
  keyHash: string,
  bodyHash: string,
): Promise<SubmissionOutcome | undefined> {
  const known = await selectByKey(session, keyHash);
  if (!known) return undefined;
  return known.bodyHash === bodyHash
    ? { status: 'repeated', request: known.request }
    : { status: 'key-reused' };
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
