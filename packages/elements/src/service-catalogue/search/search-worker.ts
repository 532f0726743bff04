/** Runs in a worker: builds the index of one scope and answers questions about it. */
import type { ServiceList } from '@pvp/contract';
import { NearbyIndex, type Extent } from '@pvp/sdk/nearby';
import type { ServiceListQuery } from '@pvp/sdk/query';

/** What a page asks for; each call has a number. */
export interface Call {
  id: number;
  call:
    | { open: { register: string; scope: string } }
    | { grow: Extent }
    | { renew: true }
    | { learn: ServiceList['items'] }
    | { list: ServiceListQuery };
}

/** The answer to a call, and how much is at hand since. */
export interface Reply {
  id: number;
  extent: Extent | undefined;
  fetchedAt: string;
  list?: ServiceList | undefined;
  error?: string;
}

/** As much of a worker's scope as is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<Call>) => void): void;
  postMessage(reply: Reply | 'ready'): void;
}

const scope = globalThis as unknown as WorkerScope;
let index: NearbyIndex | undefined;

scope.addEventListener('message', ({ data: { id, call } }) => {
  void perform(call).then(
    (list) => answer({ id, list }),
    (error: unknown) => answer({ id, error: String(error) }),
  );
});
// Whoever started this waits for it: a script that cannot be loaded says nothing at all.
scope.postMessage('ready');

function answer(reply: Pick<Reply, 'id' | 'list' | 'error'>): void {
  scope.postMessage({ ...reply, extent: index?.extent, fetchedAt: index?.fetchedAt ?? '' });
}

async function perform(call: Call['call']): Promise<ServiceList | undefined> {
  if ('open' in call) index = new NearbyIndex(call.open);
  else if ('grow' in call) await index?.grow(call.grow);
  else if ('renew' in call) await index?.renew();
  else if ('learn' in call) index?.learn(call.learn);
  else return index?.list(call.list);
  return undefined;
}
