/**
 * Files that came with requests, in pieces of text: every engine stores them, and none of them
 * holds the process for long.
 */
import type { SqlSession } from '../../store/drivers/driver.ts';
import type { StoredUpload } from '../request-model.ts';

/** Bytes of one piece; divisible by three, so that each piece is whole in base64. */
const PIECE = 192 * 1024;

export async function insertUpload(
  session: SqlSession,
  upload: StoredUpload,
  content: Uint8Array,
  at: string,
): Promise<void> {
  const { id, name, mediaType, bytes } = upload;
  await session.all(
    `INSERT INTO request_upload (id, name, media_type, bytes, written_at)
       VALUES ($1, $2, $3, $4, $5)`,
    [id, name, mediaType, bytes, at],
  );
  for (let from = 0, part = 0; from < content.byteLength; from += PIECE, part++) {
    const piece = Buffer.from(content.subarray(from, from + PIECE)).toString('base64');
    await session.all(
      'INSERT INTO request_upload_part (upload, part, content) VALUES ($1, $2, $3)',
      [id, part, piece],
    );
  }
}

export async function selectContent(session: SqlSession, upload: string): Promise<Buffer> {
  const rows = await session.all(
    'SELECT content FROM request_upload_part WHERE upload = $1 ORDER BY part',
    [upload],
  );
  return Buffer.concat(rows.map(({ content }) => Buffer.from(content as string, 'base64')));
}

/** Bytes of all files that no request has named yet. */
export async function sumUnclaimed(session: SqlSession): Promise<number> {
  const [row] = await session.all(
    'SELECT SUM(bytes) AS bytes FROM request_upload WHERE number IS NULL',
  );
  return Number(row?.['bytes'] ?? 0);
}

export async function deleteUploadsOf(session: SqlSession, number: string): Promise<void> {
  await session.all('DELETE FROM request_upload WHERE number = $1', [number]);
}

/** Files that were sent before an instant and that no request has named. */
export async function deleteUnclaimed(session: SqlSession, before: string): Promise<number> {
  const rows = await session.all(
    'DELETE FROM request_upload WHERE number IS NULL AND written_at < $1 RETURNING id',
    [before],
  );
  return rows.length;
}
