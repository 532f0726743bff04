import { LiveSource } from '@pvp/sdk';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { testSources, type SourceKind } from '@pvp/testing/conformance';
import { openPublishedFolder } from '@pvp/testing/published-folder';

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
      const { publish, ...files } = await openPublishedFolder(register.origin, { path });
      return { ...files, update: () => publish() };
    },
    open: async (origin, settings) => ({
      source: new LiveSource(`${origin}${path}`, settings),
      close: async () => undefined,
    }),
  };
}

testSources('static snapshot', staticSnapshot('/pakalpojumi'));
testSources('static snapshot at an origin', staticSnapshot('/'));
