/** The processes of one page, and the place in its browser where replicas are kept. */
import type { Death } from '../mortal-process.ts';
import type { PlainReplicaOptions, ReplicaProcesses, StorePlace } from '../replica-world.ts';
import { RemoteProcess, remoteReplica, remoteStore } from './remote-process.ts';
import type { HostMessage, ProcessKind, ProcessMessage } from './wire.ts';

export class BrowserHost {
  readonly #processes = new Map<number, RemoteProcess>();
  readonly #removals = new Map<number, () => void>();
  #spawned = 0;
  #calls = 0;

  /** @param send Tells the page, which hears messages in their order. */
  constructor(private readonly send: (message: HostMessage) => void) {}

  /** What the page has told. */
  heard(message: ProcessMessage): void {
    if ('removed' in message) return this.#removals.get(message.removed)?.();
    const process = this.#processes.get(message.process);
    if ('died' in message) process?.died();
    else process?.answered(message.answer);
  }

  /** Processes of one kind that share what the browser stores. */
  async openPlace(kind: ProcessKind = 'worker'): Promise<StorePlace> {
    const started: RemoteProcess[] = [];
    let register = 'https://register.example';
    let clock: number | null = null;
    const start = () => {
      const process = this.#spawn(kind);
      started.push(process);
      return process;
    };
    const open = async (options: PlainReplicaOptions, death: Death | null = null) => {
      ({ register } = options);
      const process = start();
      if (clock !== null) await process.call('setClock', clock);
      await process.call('open', options, death);
      return process;
    };
    const processes: ReplicaProcesses = {
      open: async (options) => remoteReplica(await open(options)),
      async openMortal(options, death) {
        const process = await open(options, death);
        return { replica: remoteReplica(process), death: process.death };
      },
      async setClock(now) {
        clock = now ?? null;
        const living = started.filter(({ death }) => !death.aborted);
        await Promise.all(living.map((process) => process.call('setClock', clock)));
      },
    };
    return {
      processes,
      store: () => remoteStore(start(), null).store,
      dyingStore: (step) => remoteStore(start(), step),
      remove: async () => {
        for (const process of started) process.kill();
        await this.#remove(register);
      },
    };
  }

  #spawn(kind: ProcessKind): RemoteProcess {
    const id = ++this.#spawned;
    const process = new RemoteProcess(id, this.send);
    this.#processes.set(id, process);
    this.send({ do: 'spawn', process: id, kind });
    return process;
  }

  #remove(register: string): Promise<void> {
    const call = ++this.#calls;
    return new Promise((resolve) => {
      this.#removals.set(call, resolve);
      this.send({ do: 'remove', register, call });
    });
  }
}
