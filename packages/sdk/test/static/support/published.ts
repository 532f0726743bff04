/** A real register, what it has published as files, a file server, and faults before it. */
import type { TestContext } from 'node:test';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { openFaultProxy, seededRandom, type FaultProxy } from '@pvp/testing/fault-proxy';
import { openPublishedFolder, type PublishedFolderOptions } from '@pvp/testing/published-folder';

export interface Published {
  register: RegisterFixture;
  folder: string;
  proxy: FaultProxy;
  /** Of the folder, behind the proxy. */
  address: string;
  /** Publishes anew. */
  publish(): Promise<void>;
  /** Gives a service another title in the register. */
  retitle(id: string, title: string): Promise<void>;
  /** What reached the proxy since the last call, without the path of the folder and names. */
  asked(): string[];
}

export async function published(
  t: TestContext,
  options: PublishedFolderOptions = {},
): Promise<Published> {
  const register = await openRegister();
  const { folder, publish, ...files } = await openPublishedFolder(register.origin, options);
  const proxy = await openFaultProxy({ target: files.origin, random: seededRandom(1) });
  t.after(async () => {
    await proxy.close();
    await files.close();
    await register.close();
  });
  const path = files.address.slice(files.origin.length);
  let seen = 0;
  return {
    register,
    folder,
    proxy,
    address: `${proxy.origin}${path}`,
    publish: () => publish(),
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
