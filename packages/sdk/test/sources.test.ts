import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishSnapshot, readConfig } from '@pvp/register';
import { LiveSource } from '@pvp/sdk';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { testSources, type SourceKind } from '@pvp/testing/conformance';
import { openFileServer } from '@pvp/testing/file-server';

testSources('live source', {
  open: async (register, settings) => ({
    source: new LiveSource(register, settings),
    close: async () => undefined,
  }),
});

testSources('replica source', {
  async open(register, settings) {
    const replica = await openReplica({
      register,
      store: memoryStore(),
      locks: undefined,
      ...settings,
    });
    return { source: new ReplicaSource(replica), close: () => replica.close() };
  },
});

/** @param path Of the folder on the file server. */
function staticSnapshot(path: string): SourceKind {
  return {
    async publish(register) {
      const root = await mkdtemp(join(tmpdir(), 'pvp-source-'));
      const out = join(root, 'out');
      const config = readConfig({ PVP_DATA_DIR: join(root, 'data'), PVP_LOG_LEVEL: 'silent' });
      const update = async () => {
        await publishSnapshot(config, { out, from: register.origin });
      };
      await update();
      const { origin, close } = await openFileServer({ folder: out, path });
      return {
        origin,
        update,
        close: async () => {
          await close();
          await rm(root, { recursive: true });
        },
      };
    },
    open: async (origin, settings) => ({
      source: new LiveSource(`${origin}${path}`, settings),
      close: async () => undefined,
    }),
  };
}

testSources('static snapshot', staticSnapshot('/pakalpojumi'));
testSources('static snapshot at an origin', staticSnapshot('/'));
