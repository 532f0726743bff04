import type { SqlSession } from '../drivers/driver.ts';
import type { AuditEntry, AuditOptions } from '../store.ts';
import { insertRows } from './many-rows.ts';

const SELECT = `SELECT seq, actor, written_at, op, kind, id, revision_before, revision_after
  FROM audit`;

export async function appendToAudit(
  session: SqlSession,
  entries: readonly AuditEntry[],
): Promise<void> {
  await insertRows(
    session,
    `INSERT INTO audit
       (seq, ordinal, actor, written_at, op, kind, id, revision_before, revision_after)`,
    entries.map((entry, ordinal) => [
      entry.seq,
      ordinal,
      entry.actor,
      entry.at,
      entry.op,
      entry.kind,
      entry.id,
      entry.revisionBefore,
      entry.revisionAfter,
    ]),
  );
}

export async function selectAudit(
  session: SqlSession,
  { afterSeq = 0, limit }: AuditOptions,
): Promise<AuditEntry[]> {
  const rows = await session.all(
    `${SELECT} WHERE seq > $1
       AND seq <= (SELECT MAX(seq) FROM
         (SELECT seq FROM audit WHERE seq > $1 ORDER BY seq, ordinal LIMIT $2) page)
     ORDER BY seq, ordinal`,
    [afterSeq, limit],
  );
  return rows.map((row) => ({
    seq: Number(row['seq']),
    actor: row['actor'] as string,
    at: row['written_at'] as string,
    op: row['op'] as AuditEntry['op'],
    kind: row['kind'] as string,
    id: row['id'] as string,
    revisionBefore: revision(row['revision_before']),
    revisionAfter: revision(row['revision_after']),
  }));
}

function revision(value: unknown): number | null {
  return value === null ? null : Number(value);
}
