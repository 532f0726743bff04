/** Reads requests and what belongs to them. */
import type { Profile, RequestDelivery, RequestKind, RequestState } from '@pvp/contract';
import type { SqlRow, SqlSession, SqlValue } from '../../store/drivers/driver.ts';
import type {
  RequestFilter,
  RequestText,
  StoredEvent,
  StoredRequest,
  StoredUpload,
} from '../request-model.ts';

const SELECT = `SELECT number, kind, profile, institution, service, state, level, revision, backend,
  delivery, reference, running_until, lang, notice, received_at, changed_at, looked_at
  FROM request`;

export async function selectRequest(
  session: SqlSession,
  number: string,
): Promise<StoredRequest | undefined> {
  const [row] = await session.all(`${SELECT} WHERE number = $1`, [number]);
  return row && storedRequest(row);
}

/** The request that a key brought, and the hash of the body that came with it. */
export async function selectByKey(
  session: SqlSession,
  keyHash: string,
): Promise<{ request: StoredRequest; bodyHash: string } | undefined> {
  const [row] = await session.all(
    `${SELECT.replace('SELECT', 'SELECT body_hash,')} WHERE key_hash = $1`,
    [keyHash],
  );
  return row && { request: storedRequest(row), bodyHash: row['body_hash'] as string };
}

/** Where a page of requests goes on. */
export interface RequestPlace {
  receivedAt: string;
  number: string;
}

/** The newest first. */
export async function selectRequests(
  session: SqlSession,
  filter: RequestFilter,
  before: RequestPlace | undefined,
  limit: number,
): Promise<StoredRequest[]> {
  const { conditions, values } = conditionsOf(filter);
  if (before) {
    values.push(before.receivedAt, before.number);
    conditions.push(`(received_at, number) < ($${values.length - 1}, $${values.length})`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  values.push(limit);
  const rows = await session.all(
    `${SELECT} ${where} ORDER BY received_at DESC, number DESC LIMIT $${values.length}`,
    values,
  );
  return rows.map(storedRequest);
}

/** Those received from `since` and before `until`, the oldest first. */
export async function selectRange(
  session: SqlSession,
  range: { institution: string | undefined; since: string; until: string },
  after: RequestPlace | undefined,
  limit: number,
): Promise<StoredRequest[]> {
  const { conditions, values } = conditionsOf({ institution: range.institution });
  values.push(range.until, after?.receivedAt ?? range.since, after?.number ?? '', limit);
  const n = values.length;
  conditions.push(`received_at < $${n - 3}`, `(received_at, number) > ($${n - 2}, $${n - 1})`);
  const rows = await session.all(
    `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY received_at, number LIMIT $${n}`,
    values,
  );
  return rows.map(storedRequest);
}

function conditionsOf(filter: RequestFilter): { conditions: string[]; values: SqlValue[] } {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  for (const name of ['institution', 'kind', 'state', 'level', 'delivery'] as const) {
    const value = filter[name];
    if (value === undefined) continue;
    values.push(value);
    conditions.push(`${name} = $${values.length}`);
  }
  return { conditions, values };
}

export async function selectText(session: SqlSession, number: string): Promise<RequestText> {
  const [row] = await session.all(
    'SELECT text, attributes, contact FROM request_body WHERE number = $1',
    [number],
  );
  return {
    text: (row?.['text'] as string | undefined) ?? '',
    attributes: parsed(row?.['attributes']) as RequestText['attributes'],
    contact: parsed(row?.['contact']) as RequestText['contact'],
  };
}

/** In the order in which they happened. */
export async function selectEvents(session: SqlSession, number: string): Promise<StoredEvent[]> {
  const rows = await session.all(
    `SELECT ordinal, written_at, actor, state, level, message, note
       FROM request_event WHERE number = $1 ORDER BY ordinal`,
    [number],
  );
  return rows.map((row) => ({
    ordinal: Number(row['ordinal']),
    at: row['written_at'] as string,
    actor: row['actor'] as string,
    state: row['state'] as RequestState,
    level: level(row['level']),
    message: optional(row['message']),
    note: optional(row['note']),
  }));
}

export async function selectUploads(session: SqlSession, number: string): Promise<StoredUpload[]> {
  const rows = await session.all(
    `SELECT id, name, media_type, bytes FROM request_upload WHERE number = $1 ORDER BY ordinal`,
    [number],
  );
  return rows.map((row) => ({
    id: row['id'] as string,
    name: row['name'] as string,
    mediaType: row['media_type'] as string,
    bytes: Number(row['bytes']),
  }));
}

function storedRequest(row: SqlRow): StoredRequest {
  return {
    number: row['number'] as string,
    kind: row['kind'] as RequestKind,
    profile: row['profile'] as Profile,
    institution: row['institution'] as string,
    service: optional(row['service']),
    state: row['state'] as RequestState,
    level: level(row['level']),
    revision: Number(row['revision']),
    backend: row['backend'] as string,
    delivery: row['delivery'] as RequestDelivery,
    reference: optional(row['reference']),
    runningUntil: optional(row['running_until']),
    lang: optional(row['lang']),
    notice: row['notice'] as string,
    receivedAt: row['received_at'] as string,
    changedAt: row['changed_at'] as string,
    lookedAt: optional(row['looked_at']),
  };
}

function level(value: unknown): StoredRequest['level'] {
  return Number(value) as StoredRequest['level'];
}

function optional(value: unknown): string | undefined {
  return (value as string | null | undefined) ?? undefined;
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : undefined;
}
