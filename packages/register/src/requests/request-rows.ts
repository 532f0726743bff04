/** Requests as the staff reads them. */
import type { RequestDetail, RequestRow } from '@pvp/contract';
import type { StoredRequest } from './request-model.ts';
import type { RequestStore } from './tables/request-store.ts';

/** What a list shows: nothing that a person wrote. */
export function requestRow(request: StoredRequest): RequestRow {
  const { number, kind, profile, state, level, delivery, institution, service } = request;
  const { receivedAt, changedAt, revision } = request;
  return {
    number,
    kind,
    profile,
    state,
    level,
    delivery,
    institutionId: institution,
    ...(service !== undefined && { serviceId: service }),
    receivedAt,
    changedAt,
    revision,
  };
}

/** All that is kept of a request but the content of its files. */
export async function requestDetail(
  store: RequestStore,
  request: StoredRequest,
): Promise<RequestDetail> {
  const { number, backend, reference, lang, notice } = request;
  const { text, attributes, contact } = await store.text(number);
  const waiting = await store.outbox(number);
  return {
    ...requestRow(request),
    backend,
    ...(reference !== undefined && { reference }),
    ...(lang !== undefined && { lang }),
    noticeVersion: notice,
    ...(text !== '' && { text }),
    ...(attributes && { attributes }),
    ...(contact && { contact }),
    attachments: await store.uploads(number),
    ...(waiting.length > 0 && {
      waiting: waiting.map(({ task, attempts, dueAt, lastError }) => ({
        task,
        attempts,
        dueAt,
        ...(lastError !== undefined && { lastError }),
      })),
    }),
    events: (await store.events(number)).map(({ at, actor, state, level, message, note }) => ({
      at,
      actor,
      state,
      level,
      ...(message !== undefined && { message }),
      ...(note !== undefined && { note }),
    })),
  };
}
