/** Statements over many values, in pieces, so that texts repeat and no engine's limit is met. */
import type { SqlRow, SqlSession, SqlValue } from '../drivers/driver.ts';

const ROWS_AT_ONCE = 50;
const IDS_AT_ONCE = 50;

/**
 * Inserts rows of equal length.
 *
 * @param into The text before `VALUES`, with the columns.
 * @param after The text after the rows, such as `ON CONFLICT …`.
 */
export async function insertRows(
  session: SqlSession,
  into: string,
  rows: readonly (readonly SqlValue[])[],
  after = '',
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const piece = rows.slice(start, start + ROWS_AT_ONCE);
    let n = 0;
    const tuples = piece.map((row) => `(${row.map(() => `$${++n}`).join(', ')})`);
    await session.all(`${into} VALUES ${tuples.join(', ')} ${after}`, piece.flat());
  }
}

/**
 * Runs a statement for records of one kind by id.
 *
 * @param text Ends where the list follows, and uses `$1` for the kind.
 */
export async function allByIds(
  session: SqlSession,
  text: string,
  kind: string,
  ids: readonly string[],
): Promise<SqlRow[]> {
  const distinct = [...new Set(ids)];
  const rows: SqlRow[] = [];
  for (let start = 0; start < distinct.length; start += IDS_AT_ONCE) {
    const piece = distinct.slice(start, start + IDS_AT_ONCE);
    const list = piece.map((_, index) => `$${index + 2}`).join(', ');
    rows.push(...(await session.all(`${text} (${list})`, [kind, ...piece])));
  }
  return rows;
}
