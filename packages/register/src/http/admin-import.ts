/** `POST /v1/admin/import`: many records, each judged alone. */
import type { ImportReport } from '@pvp/contract';
import { ImportInterrupted, importRecords } from '../ingest/import-records.ts';
import { recordsIn, recordsInLines, type RawRecord } from '../ingest/read-input.ts';
import { StoreError } from '../store/store-error.ts';
import { authenticate, checkWrites, mayTouch } from './admin-access.ts';
import { checkContentType, parseJson, readBody } from './json-body.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { sendUncached } from './reply.ts';

const MAX_IMPORT_BYTES = 50 * 1024 * 1024;
const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';

export function addImportEndpoint(
  app: RegisterApp,
  context: RegisterContext,
  preflight: (c: RequestContext) => Response,
): void {
  endpoint(app, '/v1/admin/import', { POST: (c) => postImport(c, context), OPTIONS: preflight });
}

async function postImport(c: RequestContext, context: RegisterContext): Promise<Response> {
  const grant = await authenticate(c, context);
  checkWrites(grant);
  const type = checkContentType(c, [JSON_TYPE, LINES_TYPE]);
  // The whole body first: a body that turns out to be too large has then changed nothing.
  const text = await readBody(c, MAX_IMPORT_BYTES);
  const { store, model, log, clock } = context;
  const input: AsyncIterable<RawRecord> | Iterable<RawRecord> =
    type === LINES_TYPE ? recordsInLines(chunksOf(text)) : recordsIn(parseJson(text));
  let report: ImportReport;
  try {
    report = await importRecords(store, input, {
      actor: grant.name,
      at: () => clock().toISOString(),
      mayWrite: (record) => mayTouch(grant, record),
    });
  } catch (error) {
    if (error instanceof ImportInterrupted) throw interrupted(error);
    throw error;
  } finally {
    await model.catchUp().catch((error: unknown) => {
      log.warn({ error }, 'the read model will take the import in later');
    });
  }
  return sendUncached(c, 200, report);
}

function interrupted({ report, cause }: ImportInterrupted): HttpProblem | StoreError | Error {
  if (!(cause instanceof StoreError) || !cause.retryable) {
    return cause instanceof Error ? cause : new Error('The import ended early.');
  }
  return new HttpProblem('unavailable', {
    detail: `The store gave up during the import. ${report.accepted} records were written, none in part; the same import may be sent again.`,
    headers: { 'Retry-After': '5' },
  });
}

/** In pieces, so that a large body is not held twice. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024;
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length;) {
    let end = Math.min(from + size, text.length);
    // A character of two halves stays whole.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end++;
    yield encoder.encode(text.slice(from, end));
    from = end;
  }
}
