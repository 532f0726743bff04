/**
 * The page of a test that runs in Node: it starts and ends the processes that replicas live in, and
 * passes on what the two tell each other. Imports nothing that a browser lacks.
 */
import {
  fromWire,
  toWire,
  DYING,
  type HostMessage,
  type PageMessage,
  type ProcessAnswer,
  type ProcessCall,
  type ProcessKind,
} from './wire.ts';

/** Where `conformance-plugin.ts` answers. */
const CONTROL = '/__conformance';

interface PageProcess {
  send(call: ProcessCall): void;
  end(): void;
}

/** A test that Node runs with the processes of this page. */
export interface PageTest {
  name: string;
  run(): Promise<void>;
}

/** Joins the suite of this name; gives its tests. */
export async function joinConformance(suite: string): Promise<PageTest[]> {
  const address = await (await fetch(`${CONTROL}/address`)).text();
  const page = new Page(new WebSocket(`${address}/${suite}`));
  return (await page.tests).map((name, nth) => ({ name, run: () => page.run(nth) }));
}

class Page {
  /** Names. Rejects where there is no such suite. */
  readonly tests: Promise<string[]>;
  #announce: (tests: string[]) => void = () => undefined;
  readonly #processes = new Map<number, PageProcess>();
  readonly #running = new Map<number, (failure?: string) => void>();

  constructor(private readonly host: WebSocket) {
    host.onmessage = ({ data }) => void this.#obey(fromWire<HostMessage>(data as string));
    this.tests = new Promise((resolve, reject) => {
      this.#announce = resolve;
      host.onclose = ({ reason }) => reject(new Error(`The tests went away: ${reason}`));
    });
  }

  /** Rejects with what the test said. */
  async run(nth: number): Promise<void> {
    const report = new Promise<string | undefined>((done) => this.#running.set(nth, done));
    this.#tell({ run: nth });
    const stack = await report;
    if (stack === undefined) return;
    const failure = new Error(stack.split('\n    at ')[0]);
    failure.stack = stack;
    throw failure;
  }

  async #obey(message: HostMessage): Promise<void> {
    switch (message.do) {
      case 'announce':
        return this.#announce(message.tests);
      case 'report':
        return this.#running.get(message.test)?.(message.failure);
      case 'spawn':
        return this.#spawn(message.process, message.kind);
      case 'call':
        return this.#processes.get(message.process)?.send(message.call);
      case 'kill':
        return this.#end(message.process);
      case 'remove':
        await removeReplicasOf(message.register);
        return this.#tell({ removed: message.call });
    }
  }

  #spawn(id: number, kind: ProcessKind): void {
    const heard = ({ data }: MessageEvent) => {
      if (data === DYING) this.#end(id);
      else this.#tell({ process: id, answer: data as ProcessAnswer });
    };
    const start = kind === 'worker' && endsWorkersWhole ? startWorker : startFrame;
    this.#processes.set(id, start(heard));
  }

  #end(id: number): void {
    this.#processes.get(id)?.end();
    this.#processes.delete(id);
    this.#tell({ process: id, died: true });
  }

  #tell(message: PageMessage): void {
    this.host.send(toWire(message));
  }
}

/** Fetched once: every worker would ask for it anew. */
const script = await (await fetch(`${CONTROL}/process.js`)).text();
const scriptAddress = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/**
 * WebKit keeps the transaction of a worker that was ended in its midst, and with it the database from
 * everybody else, for ever. Of a frame that was taken away it keeps nothing.
 */
const endsWorkersWhole = !/AppleWebKit(?!.*Chrom)/.test(navigator.userAgent);

function startWorker(heard: (event: MessageEvent) => void): PageProcess {
  const worker = new Worker(scriptAddress, { type: 'module' });
  worker.onmessage = heard;
  return { send: (call) => worker.postMessage(call), end: () => worker.terminate() };
}

function startFrame(heard: (event: MessageEvent) => void): PageProcess {
  const frame = document.createElement('iframe');
  frame.src = `${CONTROL}/frame.html`;
  let port: MessagePort | undefined;
  const waiting: ProcessCall[] = [];
  const onReady = ({ source, ports }: MessageEvent) => {
    if (source !== frame.contentWindow) return;
    removeEventListener('message', onReady);
    port = ports[0]!;
    port.onmessage = heard;
    for (const call of waiting) port.postMessage(call);
  };
  addEventListener('message', onReady);
  document.body.append(frame);
  return {
    send: (call) => (port ? port.postMessage(call) : waiting.push(call)),
    end: () => frame.remove(),
  };
}

async function removeReplicasOf(register: string): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.includes(` ${register} `)) continue;
    const request = indexedDB.deleteDatabase(name);
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error!);
      request.onblocked = () => reject(new Error(`A process still holds ${name}`));
    });
  }
}
