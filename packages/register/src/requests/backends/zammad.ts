/** Zammad by its REST API. */
import type { RequestState } from '@pvp/contract';
import type { BackendSettings } from '../request-settings.ts';
import { BackendError, type BackendState, type Handover, type RequestBackend } from './backend.ts';
import { below, callOut, jsonOf, type CallRules } from './call-out.ts';
import { textOf, titleOf } from './plain-text.ts';

type Settings = Extract<BackendSettings, { type: 'zammad' }>;

/** Found tickets that are looked through for the number. */
const MOST_FOUND = 20;

/** By the names that Zammad comes with; a state of an institution's own is work in progress. */
const STATES: Readonly<Record<string, RequestState>> = {
  new: 'acknowledged',
  open: 'in-progress',
  'pending reminder': 'pending',
  'pending close': 'resolved',
  closed: 'closed',
  merged: 'closed',
};

interface Ticket {
  id?: unknown;
  title?: unknown;
  state?: unknown;
}

export class ZammadBackend implements RequestBackend {
  readonly type = 'zammad';
  readonly carriesFiles = true;
  readonly #settings: Settings;
  readonly #rules: CallRules;

  constructor(settings: Settings, rules: CallRules) {
    this.#settings = settings;
    this.#rules = rules;
  }

  async send(handover: Handover, signal: AbortSignal): Promise<string> {
    const { group, anonymousCustomer } = this.#settings;
    const { content, files } = handover;
    const title = titleOf(handover);
    const ticket = await this.#call(
      'tickets',
      {},
      signal,
      JSON.stringify({
        title,
        group,
        // Finds the customer, or makes one, in the same call.
        customer_id: `guess:${content.contact?.email ?? anonymousCustomer}`,
        article: {
          subject: title,
          body: textOf(handover),
          content_type: 'text/plain',
          type: 'web',
          sender: 'Customer',
          internal: false,
          attachments: files.map((file) => ({
            filename: file.name,
            data: file.content.toString('base64'),
            'mime-type': file.mediaType,
          })),
        },
      }),
    );
    const { id } = ticket as Ticket;
    if (typeof id === 'number') return String(id);
    throw new BackendError('Zammad made a ticket and did not say which.');
  }

  async find({ request }: Handover, signal: AbortSignal): Promise<string | undefined> {
    const { number } = request;
    // In quotes: without them the parts of the number would be words of their own.
    const query = { query: `"${number}"`, limit: String(MOST_FOUND), expand: 'true' };
    const found = await this.#call('tickets/search', query, signal);
    if (!Array.isArray(found)) throw new BackendError('Zammad gave no list of tickets.');
    // A search finds what is like it; only the title proves it. The oldest counts where there are two.
    const ids = (found as Ticket[])
      .filter(({ title }) => typeof title === 'string' && title.startsWith(`[${number}]`))
      .flatMap(({ id }) => (typeof id === 'number' ? id : []));
    return ids.length > 0 ? String(Math.min(...ids)) : undefined;
  }

  async look(reference: string, signal: AbortSignal): Promise<BackendState | undefined> {
    const path = `tickets/${encodeURIComponent(reference)}`;
    const ticket = (await this.#call(path, { expand: 'true' }, signal)) as Ticket;
    if (typeof ticket.state !== 'string') return undefined;
    return { state: STATES[ticket.state.toLowerCase()] ?? 'in-progress' };
  }

  async #call(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
    body?: string,
  ): Promise<unknown> {
    const { url: base, token } = this.#settings;
    const url = below(base, `api/v1/${path}`, query);
    const headers = {
      accept: 'application/json',
      authorization: `Token token=${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const call =
      body === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body };
    return jsonOf(await callOut(url, { ...call, headers }, this.#rules, signal), url);
  }
}
