/** What a request service does by itself: closes, hands to the next level, and forgets. */
import { REQUEST_KINDS, REQUEST_STATES, type RequestKind } from '@pvp/contract';
import type { Log } from '../log.ts';
import { UPLOAD_SECONDS } from './request-settings.ts';
import type { RequestService } from './request-service.ts';
import { isFinal } from './request-states.ts';
import { purgeUsage } from './usage/usage-rows.ts';

const EVERY_MS = 3_600_000;
const FIRST_AFTER_MS = 30_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface UpkeepReport {
  closed: number;
  escalated: number;
  purged: number;
  uploads: number;
}

const FINAL = REQUEST_STATES.filter(isFinal);
const OPEN = REQUEST_STATES.filter((state) => !isFinal(state));

/** Does everything whose time has come, by the clock of the service. */
export async function runUpkeep(service: RequestService): Promise<UpkeepReport> {
  const { store, settings, clock } = service;
  const now = clock().getTime();
  const ago = (ms: number) => new Date(now - ms).toISOString();
  const closed = await closeResolved(service, ago(settings.closeAfterDays * DAY_MS));
  const escalated = await escalateUntaken(service, (kind) => {
    const hours = settings.escalateAfterHours[kind];
    return hours === undefined ? undefined : ago(hours * HOUR_MS);
  });
  let purged = 0;
  for (const kind of REQUEST_KINDS) {
    purged += await store.purge(kind, FINAL, ago(settings.retention[kind] * DAY_MS));
    purged += await store.purge(kind, OPEN, ago(settings.retention.open * DAY_MS));
  }
  const uploads = await store.purgeUploads(ago(UPLOAD_SECONDS * 1000));
  await store.purgeProofs(new Date(now).toISOString());
  await purgeUsage(store, {
    usageBefore: ago(settings.retention.usage * DAY_MS).slice(0, 10),
    feedbackBefore: ago(settings.retention.feedback * DAY_MS).slice(0, 10),
  });
  await store.wipe();
  return { closed, escalated, purged, uploads };
}

/** Runs it soon after the start and then every hour. */
export function keepUp(service: RequestService, log: Log, shutdown: AbortSignal): void {
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => {
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  };
  const run = async () => {
    try {
      const report = await runUpkeep(service);
      if (Object.values(report).some((count) => count > 0)) log.info(report, 'requests: upkeep');
      const failing = await service.store.failing();
      if (failing.rows > 0) log.warn(failing, 'deliveries of requests have failed and wait');
    } catch (error) {
      if (!shutdown.aborted) log.error({ error }, 'the upkeep of requests failed');
    }
    if (!shutdown.aborted) wait(EVERY_MS);
  };
  wait(FIRST_AFTER_MS);
  shutdown.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

async function closeResolved(service: RequestService, before: string): Promise<number> {
  return each(service, { state: 'resolved', before }, { state: 'closed', actor: 'register' });
}

/** From the specialist to the expert, where nobody took a request up. */
async function escalateUntaken(
  service: RequestService,
  before: (kind: RequestKind) => string | undefined,
): Promise<number> {
  let escalated = 0;
  for (const kind of REQUEST_KINDS) {
    const instant = before(kind);
    if (instant === undefined) continue;
    for (const level of [0, 1] as const) {
      const filter = { kind, state: 'acknowledged' as const, level, before: instant };
      const act = { level: (level + 1) as 1 | 2, actor: 'register' };
      escalated += await each(service, filter, act);
    }
  }
  return escalated;
}

async function each(
  service: RequestService,
  filter: Parameters<RequestService['store']['unchanged']>[0],
  act: Parameters<RequestService['act']>[2],
): Promise<number> {
  let done = 0;
  for (;;) {
    const found = await service.store.unchanged(filter);
    let moved = 0;
    for (const { number, revision } of found) {
      const request = await service.store.get(number);
      if (request === undefined) continue;
      const outcome = await service.act(request, revision, act);
      if (outcome.status === 'done') moved++;
    }
    done += moved;
    // What could not be moved was changed meanwhile, by whoever else is at work.
    if (moved === 0) return done;
  }
}
