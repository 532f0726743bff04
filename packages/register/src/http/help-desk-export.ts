/** `GET /v1/admin/request-export`: requests as lines of JSON, to be read by another system. */
import { requestDetail } from '../requests/request-rows.ts';
import type { RequestStore } from '../requests/tables/request-store.ts';
import { institutionOf, officeOf } from './help-desk-access.ts';
import { Parameters } from './parameters.ts';
import type { RegisterContext, RequestContext } from './register-context.ts';
import { CACHE, reply } from './reply.ts';

const AT_ONCE = 50;

export async function exportRequests(
  c: RequestContext,
  context: RegisterContext,
): Promise<Response> {
  const office = await officeOf(c, context);
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const institution = institutionOf(office, parameters.id('institution'), context);
  const since = parameters.day('since') ?? '';
  const until = dayAfter(parameters.day('until')) ?? '9999';
  parameters.check();
  const { store } = office.requests;
  const lines = linesOf(store, { institution, since, until });
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
  context.log.info({ actor: office.grant.name, institution }, 'requests were exported');
  return reply(c, 200, stream, {
    'Content-Type': 'application/x-ndjson',
    'Content-Disposition': 'attachment; filename="requests.ndjson"',
    'Cache-Control': CACHE.private,
  });
}

async function* linesOf(
  store: RequestStore,
  range: { institution: string | undefined; since: string; until: string },
): AsyncGenerator<string> {
  let after: { receivedAt: string; number: string } | undefined;
  for (;;) {
    const batch = await store.range(range, after, AT_ONCE);
    for (const request of batch) yield `${JSON.stringify(await requestDetail(store, request))}\n`;
    after = batch.at(-1);
    if (batch.length < AT_ONCE) return;
  }
}

function dayAfter(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
