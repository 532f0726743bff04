import type { TestContext } from 'node:test';
import { createTestSchema, type TestPostgres } from '@pvp/testing/postgres';
import type { StoreOptions } from '../../src/store/open-store.ts';

/** A schema of its own, so that tests never meet in one database. */
export async function schemaPlace(t: TestContext, server: TestPostgres): Promise<StoreOptions> {
  const schema = await createTestSchema(server);
  t.after(() => schema.remove());
  return { databaseUrl: schema.url };
}
