import type { Management } from '@pvp/contract';
import type { SqlRow, SqlSession } from '../drivers/driver.ts';
import type { ListOptions, PublicRecord, StoredRecord } from '../store.ts';
import { allByIds } from './many-rows.ts';

const SELECT = `SELECT r.kind, r.id, r.revision, r.hash, b.public_text, b.management_text
  FROM record r JOIN record_body b ON b.kind = r.kind AND b.id = r.id`;

/** Roles in which a record names the organization that it belongs to. */
export const ORGANIZATION_RELS = ['holder', 'provider', 'organization', 'institution'] as const;

function storedRecord(row: SqlRow): StoredRecord {
  const managementText = row['management_text'] as string | null;
  return {
    kind: row['kind'] as string,
    id: row['id'] as string,
    revision: Number(row['revision']),
    hash: row['hash'] as string,
    record: JSON.parse(row['public_text'] as string) as PublicRecord,
    management: managementText === null ? undefined : (JSON.parse(managementText) as Management),
  };
}

export async function selectRecord(
  session: SqlSession,
  kind: string,
  id: string,
): Promise<StoredRecord | undefined> {
  const [row] = await session.all(`${SELECT} WHERE r.kind = $1 AND r.id = $2`, [kind, id]);
  return row && storedRecord(row);
}

/** In the order of the ids. */
export async function selectRecords(
  session: SqlSession,
  kind: string,
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const rows = await allByIds(session, `${SELECT} WHERE r.kind = $1 AND r.id IN`, kind, ids);
  const found = new Map(rows.map((row) => [row['id'], storedRecord(row)]));
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

export async function selectIdByAlias(
  session: SqlSession,
  kind: string,
  alias: string,
): Promise<string | undefined> {
  const [row] = await session.all('SELECT id FROM alias WHERE kind = $1 AND alias = $2', [
    kind,
    alias,
  ]);
  return row?.['id'] as string | undefined;
}

export async function selectPage(
  session: SqlSession,
  kind: string,
  { after = '', limit, institution }: ListOptions,
): Promise<StoredRecord[]> {
  const rows =
    institution === undefined
      ? await session.all(`${SELECT} WHERE r.kind = $1 AND r.id > $2 ORDER BY r.id LIMIT $3`, [
          kind,
          after,
          limit,
        ])
      : await session.all(
          `${SELECT} WHERE r.kind = $1 AND r.id > $2
             AND ((r.kind = 'organization' AND r.id = $3)
               OR EXISTS (SELECT 1 FROM link l WHERE l.kind = r.kind AND l.id = r.id
                            AND l.target = $3
                            AND l.rel IN (${ORGANIZATION_RELS.map((rel) => `'${rel}'`).join(', ')})))
           ORDER BY r.id LIMIT $4`,
          [kind, after, institution, limit],
        );
  return rows.map(storedRecord);
}

/** The records after one, by kind and id; from the first without it. */
export async function selectBatch(
  session: SqlSession,
  after: { kind: string; id: string } | undefined,
  limit: number,
): Promise<StoredRecord[]> {
  const rows = await session.all(
    `${SELECT} WHERE (r.kind, r.id) > ($1, $2) ORDER BY r.kind, r.id LIMIT $3`,
    [after?.kind ?? '', after?.id ?? '', limit],
  );
  return rows.map(storedRecord);
}

export async function countRecords(session: SqlSession, kind: string): Promise<number> {
  const [row] = await session.all('SELECT COUNT(*) AS n FROM record WHERE kind = $1', [kind]);
  return Number(row?.['n']);
}
