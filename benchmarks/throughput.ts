/**
 * Requests per second for lists and descriptions, on the embedded SQLite with 5,000 services. The
 * load comes from this process, so with two cores the register has one of them.
 *
 *   npm --prefix benchmarks ci && node --conditions=pvp-source --import tsx benchmarks/throughput.ts
 */
import autocannon from 'autocannon';
import { machineLine, markdownTable, today } from './machine.ts';
import { startRegisterProcess } from './register-process.ts';

const SERVICES = 5_000;
const SECONDS = 8;
const CONNECTIONS = 16;

const register = await startRegisterProcess(SERVICES);
try {
  const list = await fetch(`${register.origin}/v1/services?limit=200`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  const description = (index: number): string => `/v1/services/${items[index % items.length]!.id}`;
  const cases: [string, string[], Record<string, string>?][] = [
    ['list, first page', ['/v1/services?limit=20']],
    ['list, a different filter each time', filters()],
    [
      'list, text search',
      ['atlauja', 'pabal', 'bern', 'izzina reg'].map(
        (q) => `/v1/services?q=${encodeURIComponent(q)}`,
      ),
    ],
    ['description, 200 different ones', items.map((_, index) => description(index))],
    [
      'description, gzip',
      items.map((_, index) => description(index)),
      { 'accept-encoding': 'gzip' },
    ],
    ['head', ['/v1/sync/all/head']],
  ];
  const rows: string[][] = [];
  for (const [name, paths, headers] of cases) {
    const result = await autocannon({
      url: register.origin,
      connections: CONNECTIONS,
      duration: SECONDS,
      requests: paths.map((path) => ({ method: 'GET' as const, path, headers: headers ?? {} })),
    });
    const failed = result.non2xx + result.errors;
    if (failed > 0) throw new Error(`${name}: ${failed} answers were no success.`);
    rows.push([
      name,
      Math.round(result.requests.average).toLocaleString('en'),
      `${result.latency.p50} ms`,
      `${result.latency.p99} ms`,
    ]);
  }
  console.log(`Throughput, ${SERVICES} services on SQLite, ${CONNECTIONS} connections, ${today()}`);
  console.log(`${machineLine()}; imported in ${register.importSeconds.toFixed(1)} s\n`);
  console.log(markdownTable(['request', 'per second', 'median', '99 %'], rows));
} finally {
  await register.close();
}

function filters(): string[] {
  const recipients = ['resident', 'business', 'association', 'institution'];
  const channels = ['e-service', 'in-person', 'post', 'e-mail', 'phone'];
  return recipients.flatMap((recipient) =>
    channels.map((channel) => `/v1/services?recipient=${recipient}&channel=${channel}&limit=20`),
  );
}
