/** A real register, what it has published as files, a file server, and faults before it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { publishSnapshot, readConfig, type PublishOptions } from '@pvp/register';
import { openRegister, type RegisterFixture, type RegisterFixtureOptions } from '@pvp/testing';
import { openFaultProxy, seededRandom, type FaultProxy } from '@pvp/testing/fault-proxy';
import { openFileServer, type FileServer, type FileServerOptions } from '@pvp/testing/file-server';

export interface Published {
  register: RegisterFixture;
  folder: string;
  files: FileServer;
  proxy: FaultProxy;
  /** Of the folder, behind the proxy. */
  address: string;
  /** Publishes anew. */
  publish(options?: Partial<PublishOptions>): Promise<void>;
  /** Gives a record another title in the register. */
  retitle(id: string, title: string): Promise<void>;
  /** What reached the proxy since the last call, without the path of the folder. */
  asked(): string[];
}

export async function published(
  t: TestContext,
  {
    seed = 'sample',
    scope,
    ...server
  }: Partial<FileServerOptions> & Pick<RegisterFixtureOptions, 'seed'> & { scope?: string } = {},
): Promise<Published> {
  const register = await openRegister({ seed });
  const folder = await mkdtemp(join(tmpdir(), 'pvp-static-'));
  const files = await openFileServer({ folder, ...server });
  const proxy = await openFaultProxy({ target: files.origin, random: seededRandom(1) });
  t.after(async () => {
    await proxy.close();
    await files.close();
    await register.close();
    await rm(folder, { recursive: true });
    await rm(`${folder}-data`, { recursive: true });
  });
  const config = readConfig({ PVP_LOG_LEVEL: 'silent', PVP_DATA_DIR: `${folder}-data` });
  const publish = async (options: Partial<PublishOptions> = {}) => {
    const from = register.origin;
    await publishSnapshot(config, { out: folder, from, ...(scope && { scope }), ...options });
  };
  await publish();
  const path = files.address.slice(files.origin.length);
  let seen = 0;
  return {
    register,
    folder,
    files,
    proxy,
    address: `${proxy.origin}${path}`,
    publish,
    retitle: async (id, title) => {
      const held = await register.store.get('service', id);
      await register.put({ ...held!.record, title: { lv: title } } as never);
    },
    asked: () => {
      const since = proxy.log.slice(seen);
      seen = proxy.log.length;
      return since.map(({ url }) =>
        url
          .replace(path, '')
          .replace(/[0-9a-f]{64}/, '#')
          .replace(/=[0-9a-z]+\.\d+$/, '=@'),
      );
    },
  };
}
