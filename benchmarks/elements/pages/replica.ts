/** The catalogue over a replica: the same services on the device, as in the other pages. */
import type { ServiceSource } from '@pvp/sdk/source';
import { memoryStore, openReplicaSource } from '@pvp/sdk/sync';

const catalogue = document.querySelector<HTMLElement & { source?: ServiceSource }>(
  'pvp-service-catalogue',
)!;
const register = catalogue.dataset['from']!;
void openReplicaSource({ register, store: memoryStore() }).then((source) => {
  catalogue.source = source;
});
