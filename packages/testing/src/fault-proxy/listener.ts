/** The port of the proxy, which can be closed for a while and opened again. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly origin: string;
  /** New connections are refused and open ones are cut from now on; resolves when the port is free. */
  refuse(): Promise<void>;
  /** Listens on the same port; rejects where another program took it meanwhile. */
  accept(): Promise<void>;
}

export async function openListener(host: string, handle: RequestListener): Promise<Listener> {
  let server: Server | undefined;
  const listen = async (port: number) => {
    const fresh = createServer(handle);
    fresh.listen(port, host);
    await once(fresh, 'listening');
    server = fresh;
  };
  await listen(0);
  const { port } = (server as unknown as Server).address() as AddressInfo;
  let turn = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const result = turn.then(step);
    turn = result.catch(() => undefined);
    return result;
  };
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    refuse: () =>
      inTurn(async () => {
        const closing = server;
        server = undefined;
        if (!closing) return;
        const closed = once(closing, 'close');
        closing.close();
        closing.closeAllConnections();
        await closed;
      }),
    accept: () => inTurn(async () => (server ? undefined : listen(port))),
  };
}
