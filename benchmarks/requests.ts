/**
 * Requests to the built-in tables: 500 a second are offered for 30 seconds, every tenth is sent
 * twice, and the register is killed twice meanwhile. Whoever gets no answer sends again with the same
 * key, as a page does. In the end every request that was acknowledged must be there exactly once.
 * Then, without a kill, how many a second it takes.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/requests.ts
 *
 * The load comes from this process, so with two cores the register has one of them.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { machineLine, markdownTable, today } from './machine.ts';
import { startRegisterProcess } from './register-process.ts';

const RATE = 500;
const SECONDS = 30;
const KILL_AT_SECONDS = [10, 20];
const REPEATED = 10;
const FULL_SECONDS = 8;
const CONNECTIONS = 64;
const TICK_MS = 20;
const TOKEN = 'help-desk-token-of-the-benchmark';

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const register = await startRegisterProcess(50, {
  PVP_HELP_DESK_TOKEN: TOKEN,
  PVP_REQUESTS: JSON.stringify({
    difficulty: 0,
    limits: { requestsPerAddress: 1_000_000, requestsPerInstitution: 1_000_000 },
  }),
});
const { port } = new URL(register.origin);
let alive: Promise<void> = Promise.resolve();

interface Answer {
  number: string;
  ms: number;
}
interface Sent {
  text: string;
  key: string;
}

try {
  const institution = await anInstitution();
  const acknowledged = new Map<string, Set<string>>();
  const times: number[] = [];
  const waits: number[] = [];
  let sends = 0;

  /** Sends until there is an answer. */
  const sendUntilAnswered = async (sent: Sent): Promise<void> => {
    const began = performance.now();
    for (;;) {
      await alive;
      sends++;
      const answer = await send(institution, sent).catch(() => undefined);
      if (answer) {
        times.push(answer.ms);
        waits.push(performance.now() - began);
        acknowledged.set(sent.text, (acknowledged.get(sent.text) ?? new Set()).add(answer.number));
        return;
      }
      // It died in between; `alive` may not have heard of it yet.
      await delay(TICK_MS);
    }
  };

  const began = performance.now();
  const kills = killTwice(began);
  const all: Promise<void>[] = [];
  let offered = 0;
  let repeated = 0;
  while (offered < RATE * SECONDS) {
    const due = Math.min(Math.floor(((performance.now() - began) / 1000) * RATE), RATE * SECONDS);
    for (; offered < due; offered++) {
      const sent = { text: `Pieprasījums ${offered}`, key: randomUUID() };
      all.push(sendUntilAnswered(sent));
      if (offered % REPEATED !== 0) continue;
      repeated++;
      all.push(delay(Math.random() * 2_000).then(() => sendUntilAnswered(sent)));
    }
    await delay(TICK_MS);
  }
  await Promise.all(all);
  const seconds = (performance.now() - began) / 1000;
  const downSeconds = await kills;

  const kept = await exported();
  const lost = [...acknowledged].filter(([text, numbers]) => !isOnceIn(kept, text, numbers));
  const double = [...kept.values()].filter((numbers) => numbers.length !== 1);
  console.log(`${machineLine()}, ${today()}, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log(
    markdownTable(
      ['Offered', 'Repeated', 'Sent in all', 'Acknowledged', 'Kept', 'Not there once', 'Twice'],
      [
        [offered, repeated, sends, acknowledged.size, kept.size, lost.length, double.length].map(
          String,
        ),
      ],
    ),
  );
  console.log(
    `\n${seconds.toFixed(1)} s until the last answer; down for ${downSeconds.map((each) => each.toFixed(1)).join(' and ')} s.`,
  );
  console.log(
    `An answer took ${percentile(times, 0.5)} ms (median), ${percentile(times, 0.99)} ms (99 %); with the times without a register ${percentile(waits, 0.99)} ms (99 %).`,
  );

  const before = processorSeconds();
  const { count } = await fullRate(institution);
  const each = ((processorSeconds() - before) / count) * 1000;
  console.log(
    `
Without a kill and with ${CONNECTIONS} connections: ${Math.round(count / FULL_SECONDS)} a second; the register used ${each.toFixed(2)} ms of a processor for each.`,
  );
  if (lost.length > 0 || double.length > 0 || acknowledged.size !== offered) process.exitCode = 1;
} finally {
  agent.destroy();
  await register.close();
}

/** Kills the register when its time has come. Resolves to how long it was away. */
async function killTwice(began: number): Promise<number[]> {
  const away: number[] = [];
  for (const at of KILL_AT_SECONDS) {
    await delay(Math.max(0, at * 1000 - (performance.now() - began)));
    const killed = performance.now();
    alive = register.killAndStart();
    await alive;
    away.push((performance.now() - killed) / 1000);
  }
  return away;
}

function send(institution: string, { text, key }: Sent): Promise<Answer> {
  const body = JSON.stringify({
    kind: 'information-request',
    institutionId: institution,
    text,
    noticeVersion: '1',
  });
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/v1/requests',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': key,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode !== 201) {
            return reject(new Error(`${response.statusCode}: ${answer}`));
          }
          const { number } = JSON.parse(answer) as { number: string };
          resolve({ number, ms: performance.now() - began });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** How many a second are acknowledged while as many are under way as there are connections. */
async function fullRate(institution: string): Promise<{ count: number }> {
  const until = performance.now() + FULL_SECONDS * 1000;
  let count = 0;
  const sender = async () => {
    while (performance.now() < until) {
      await send(institution, { text: `Pilnā ātrumā ${count}`, key: randomUUID() });
      count++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
  return { count };
}

/** What the processes of the register have used of a processor. Known on Linux alone. */
function processorSeconds(): number {
  const TICKS_PER_SECOND = 100;
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ticks = pids.map((pid) => {
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    // After the name, which may hold anything: state, parent, group, … user time, system time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isOurs = Number(fields[2]) === register.process.pid;
    return isOurs ? Number(fields[11]) + Number(fields[12]) : 0;
  });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
}

/** Numbers by text, of all that is kept. */
async function exported(): Promise<Map<string, string[]>> {
  const response = await fetch(`${register.origin}/v1/admin/request-export`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const kept = new Map<string, string[]>();
  for (const line of (await response.text()).trim().split('\n')) {
    const { text, number } = JSON.parse(line) as { text: string; number: string };
    kept.set(text, [...(kept.get(text) ?? []), number]);
  }
  return kept;
}

/** Every answer to a request named one number, and that one is kept, once. */
function isOnceIn(
  kept: ReadonlyMap<string, string[]>,
  text: string,
  numbers: ReadonlySet<string>,
): boolean {
  const [number] = kept.get(text) ?? [];
  return numbers.size === 1 && number !== undefined && numbers.has(number);
}

async function anInstitution(): Promise<string> {
  const response = await fetch(`${register.origin}/v1/organizations?limit=1`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  const [first] = items;
  if (first === undefined) throw new Error('The register has no organization.');
  return first.id;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
}
