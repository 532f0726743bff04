import { LiveSource } from '@pvp/sdk';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { testSources } from '@pvp/testing/conformance';

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
