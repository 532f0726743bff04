/** `pvp token create|list|revoke`: who may use the write API. */
import { randomBytes } from 'node:crypto';
import { openStoreOf, readConfig, TOKEN_ROLES, type Store } from '@pvp/register';
import { Option, type Command } from 'commander';

interface CreateOptions {
  role: (typeof TOKEN_ROLES)[number];
  institution?: string;
}

const TOKEN_BYTES = 32;

export function registerToken(program: Command): void {
  const token = program.command('token').description('manages the tokens of the write API');
  token
    .command('create')
    .argument('<name>', 'what the audit trail calls it; an existing name gets a new token')
    .addOption(
      new Option('--role <role>', 'what the token may do')
        .choices([...TOKEN_ROLES])
        .default('portfolio'),
    )
    .option('--institution <id>', 'organization that it is bound to; without: all records')
    .description('makes a token and prints it, this once')
    .action(create);
  token.command('list').description('lists the tokens without their secrets').action(list);
  token.command('revoke').argument('<name>').description('ends a token').action(revoke);
}

async function create(name: string, { role, institution }: CreateOptions): Promise<void> {
  await withStore(async (store) => {
    if (institution !== undefined && !(await store.get('organization', institution))) {
      throw new Error(`No organization has the id ${JSON.stringify(institution)}.`);
    }
    const secret = randomBytes(TOKEN_BYTES).toString('base64url');
    await store.putToken(secret, { name, role, institution }, new Date().toISOString());
    process.stdout.write(`${secret}\n`);
  });
}

async function list(): Promise<void> {
  await withStore(async (store) => {
    for (const { name, role, institution } of await store.listTokens()) {
      process.stdout.write(`${name}\t${role}\t${institution ?? 'all institutions'}\n`);
    }
  });
}

async function revoke(name: string): Promise<void> {
  await withStore(async (store) => {
    if (!(await store.revokeToken(name))) {
      throw new Error(`No token is called ${JSON.stringify(name)}.`);
    }
  });
}

async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStoreOf(readConfig(process.env));
  try {
    await use(store);
  } finally {
    await store.close();
  }
}
