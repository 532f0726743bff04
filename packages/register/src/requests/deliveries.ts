/** Does what a row of the outbox asks for. */
import type { LocalizedString } from '@pvp/contract';
import type { RegisterContents } from '../read-model/contents.ts';
import type { EventNotice, Handover, RequestBackend, RequesterNotice } from './backends/backend.ts';
import { attributeRows, kindTitle } from './request-forms.ts';
import type { OutboxRow, StoredRequest } from './request-model.ts';
import type { RequestStore } from './tables/request-store.ts';

export interface Notifier {
  /** The hook of the institution, where one is set. */
  institution?: ((notice: EventNotice, signal: AbortSignal) => Promise<void>) | undefined;
  /** E-mail to the person who asked, where that is set. */
  requester?: ((notice: RequesterNotice, signal: AbortSignal) => Promise<void>) | undefined;
}

export interface DeliveryOptions {
  store: RequestStore;
  /** What is registered now. */
  contents: () => RegisterContents;
  /** The system of an institution; `undefined`: the built-in one. */
  backendOf: (institution: string) => RequestBackend | undefined;
  notifier: Notifier;
}

export class Deliveries {
  readonly #options: DeliveryOptions;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Rejects where the row is to be tried again. */
  async send(row: OutboxRow, signal: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const request = await store.get(row.number);
    if (request === undefined) return store.drop(row.id);
    if (row.task === 'deliver') return this.#deliver(row, request, signal);
    await this.#notify(row, request, signal);
    await store.drop(row.id);
  }

  async #deliver(row: OutboxRow, request: StoredRequest, signal: AbortSignal): Promise<void> {
    const { store, backendOf } = this.#options;
    const backend = backendOf(request.institution);
    // The institution has come back to the built-in system since.
    if (backend === undefined) return store.keep(row);
    const handover = await this.#handover(row, request);
    const known = row.attempts > 1 ? await backend.find?.(handover, signal) : undefined;
    const reference = known ?? (await backend.send(handover, signal));
    const staysHere = handover.files.length > 0 && !backend.carriesFiles;
    await store.delivered(row, {
      backend: backend.type,
      reference,
      keep: staysHere ? 'whole' : 'state',
    });
  }

  async #notify(row: OutboxRow, request: StoredRequest, signal: AbortSignal): Promise<void> {
    const { store, notifier } = this.#options;
    const events = await store.events(row.number);
    const event = events.find(({ ordinal }) => ordinal === row.eventOrdinal);
    if (event === undefined) return;
    const notice: EventNotice = { deliveryId: row.id, request, event };
    if (row.task === 'notify-institution') return notifier.institution?.(notice, signal);
    const { contact } = await store.text(row.number);
    if (contact?.email === undefined) return;
    await notifier.requester?.(
      {
        ...notice,
        email: contact.email,
        kind: kindTitle(request.kind),
        institution: this.#title('organization', request.institution),
      },
      signal,
    );
  }

  async #handover(row: OutboxRow, request: StoredRequest): Promise<Handover> {
    const { store, contents } = this.#options;
    const { number, institution, service } = request;
    const content = await store.text(number);
    const files: Handover['files'][number][] = [];
    for (const file of await store.uploads(number)) {
      files.push({ ...file, content: await store.content(file.id) });
    }
    return {
      request,
      content,
      attributes: attributeRows(contents(), request, content.attributes),
      files,
      titles: {
        kind: kindTitle(request.kind)['lv'] ?? request.kind,
        institution: this.#title('organization', institution)['lv'] ?? institution,
        service:
          service === undefined ? undefined : (this.#title('service', service)['lv'] ?? service),
      },
      deliveryId: row.id,
    };
  }

  #title(kind: string, id: string): LocalizedString {
    const record = this.#options.contents().resolve(kind, id)?.record;
    return (record?.['title'] as LocalizedString | undefined) ?? { lv: id };
  }
}
