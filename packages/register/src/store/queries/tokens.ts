/**
 * Tokens of the write API. A secret is random and long, so a quick salted hash is enough: there is
 * no dictionary to try.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TokenRole } from '@pvp/contract';
import type { SqlRow, SqlSession } from '../drivers/driver.ts';
import type { TokenGrant } from '../store.ts';

export async function upsertToken(
  session: SqlSession,
  secret: string,
  grant: TokenGrant,
  at: string,
): Promise<void> {
  const salt = randomBytes(16).toString('hex');
  await session.all(
    `INSERT INTO token (name, role, institution, salt, hash, written_at)
       VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, institution = excluded.institution,
       salt = excluded.salt, hash = excluded.hash, written_at = excluded.written_at`,
    [
      grant.name,
      grant.role,
      grant.institution ?? null,
      salt,
      saltedHash(salt, secret).toString('hex'),
      at,
    ],
  );
}

export async function deleteToken(session: SqlSession, name: string): Promise<boolean> {
  const rows = await session.all('DELETE FROM token WHERE name = $1 RETURNING name', [name]);
  return rows.length > 0;
}

export async function selectTokens(session: SqlSession): Promise<TokenGrant[]> {
  const rows = await session.all('SELECT name, role, institution FROM token ORDER BY name');
  return rows.map(tokenGrant);
}

/** Compares with every token and to the end, so that the time taken tells nothing. */
export async function selectTokenBySecret(
  session: SqlSession,
  secret: string,
): Promise<TokenGrant | undefined> {
  const rows = await session.all(
    'SELECT name, role, institution, salt, hash FROM token ORDER BY name',
  );
  let found: SqlRow | undefined;
  for (const row of rows) {
    const presented = saltedHash(row['salt'] as string, secret);
    if (timingSafeEqual(presented, Buffer.from(row['hash'] as string, 'hex'))) found = row;
  }
  return found && tokenGrant(found);
}

function saltedHash(salt: string, secret: string): Buffer {
  return createHash('sha256').update(salt, 'hex').update(secret, 'utf8').digest();
}

function tokenGrant(row: SqlRow): TokenGrant {
  return {
    name: row['name'] as string,
    role: row['role'] as TokenRole,
    institution: (row['institution'] as string | null) ?? undefined,
  };
}
