/** A register of generated services, and beside it the server that the other ways ask. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startRegisterProcess } from '../register-process.ts';
import type { Origins } from './contenders.ts';

const TOKEN = 'benchmark-token-of-many-characters';

export interface MeasuredRegister extends Origins {
  /** Gives so many services another summary, for everybody who asks from now on. */
  change(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startMeasuredRegister(services: number): Promise<MeasuredRegister> {
  const register = await startRegisterProcess(services, { PVP_ADMIN_TOKEN: TOKEN });
  const script = fileURLToPath(new URL('peer-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, register.origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [peers] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  let changes = 0;
  return {
    register: register.origin,
    peers,
    async change(count) {
      changes++;
      await changeServices(register.origin, count, `Mainīts kopsavilkums ${changes}.`);
      await fetch(`${peers}/refresh`);
    },
    async close() {
      child.kill();
      await register.close();
    },
  };
}

/** Through the write API. */
export async function changeServices(origin: string, count: number, summary: string) {
  const list = await fetch(`${origin}/v1/services?limit=${count}`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const address = `${origin}/v1/admin/service/${id}`;
    const authorization = `Bearer ${TOKEN}`;
    const before = await fetch(address, { headers: { authorization } });
    const record = (await before.json()) as { summary?: Record<string, string> };
    record.summary = { ...record.summary, lv: summary };
    const answer = await fetch(address, {
      method: 'PUT',
      headers: {
        authorization,
        'content-type': 'application/json',
        'if-match': before.headers.get('etag')!,
      },
      body: JSON.stringify(record),
    });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  }
}
