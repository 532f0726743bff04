/** Any system that speaks Open311 GeoReport v2, in JSON. */
import type { BackendSettings } from '../request-settings.ts';
import { BackendError, type BackendState, type Handover, type RequestBackend } from './backend.ts';
import { below, callOut, jsonOf, type CallRules } from './call-out.ts';
import { textOf, titleOf } from './plain-text.ts';

type Settings = Extract<BackendSettings, { type: 'open311' }>;

/** The specification's limit of a description. */
const MOST_CHARACTERS = 4000;
const CUT = ' (…)';
/** Around the time of receipt, because the clocks of two systems differ. */
const MARGIN_MS = 3_600_000;
/** Longest span that a search may have. */
const SPAN_MS = 89 * 24 * 3_600_000;
const BY_TOKEN = 'token:';

interface ServiceRequest {
  service_request_id?: unknown;
  token?: unknown;
  status?: unknown;
  status_notes?: unknown;
  description?: unknown;
  requested_datetime?: unknown;
}

export class Open311Backend implements RequestBackend {
  readonly type = 'open311';
  /** The format knows addresses of pictures only, and files are not shown at one. */
  readonly carriesFiles = false;
  readonly #settings: Settings;
  readonly #rules: CallRules;

  constructor(settings: Settings, rules: CallRules) {
    this.#settings = settings;
    this.#rules = rules;
  }

  async send(handover: Handover, signal: AbortSignal): Promise<string> {
    const { apiKey, address } = this.#settings;
    const { contact } = handover.content;
    // The key goes into the body, so that it stands in no address and no log of one.
    const form = new URLSearchParams({
      api_key: apiKey,
      ...this.#jurisdiction(),
      service_code: this.#serviceCode(handover),
      address_string: address,
      description: descriptionOf(handover),
      ...(contact?.email && { email: contact.email }),
      ...(contact?.name && { first_name: contact.name }),
      ...(contact?.phone && { phone: contact.phone }),
    });
    const url = below(this.#settings.url, 'requests.json');
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const call = { method: 'POST' as const, headers, body: form.toString() };
    const [made] = requestsIn(jsonOf(await callOut(url, call, this.#rules, signal), url));
    const id = nameIn(made?.service_request_id);
    if (id !== undefined) return id;
    // The number follows; until then a token stands for it.
    const token = nameIn(made?.token);
    if (token !== undefined) return `${BY_TOKEN}${token}`;
    throw new BackendError(`${url.host} took a request and did not say which.`);
  }

  async find(handover: Handover, signal: AbortSignal): Promise<string | undefined> {
    const received = Date.parse(handover.request.receivedAt);
    const found = await this.#get('requests.json', signal, {
      service_code: this.#serviceCode(handover),
      start_date: instant(received - MARGIN_MS),
      end_date: instant(received - MARGIN_MS + SPAN_MS),
    });
    // A description proves it; the oldest counts where there are two.
    const [oldest] = requestsIn(found)
      .filter(({ description }) => String(description ?? '').startsWith(numberMark(handover)))
      .sort((a, b) => (String(a.requested_datetime) < String(b.requested_datetime) ? -1 : 1));
    return nameIn(oldest?.service_request_id);
  }

  async look(reference: string, signal: AbortSignal): Promise<BackendState | undefined> {
    let id: string | undefined = reference;
    if (reference.startsWith(BY_TOKEN)) {
      const token = encodeURIComponent(reference.slice(BY_TOKEN.length));
      const [request] = requestsIn(await this.#get(`tokens/${token}.json`, signal));
      id = nameIn(request?.service_request_id);
      // Not given a number yet.
      if (id === undefined) return undefined;
    }
    const [request] = requestsIn(
      await this.#get(`requests/${encodeURIComponent(id)}.json`, signal),
    );
    if (request === undefined) return undefined;
    const notes = request.status_notes;
    return {
      state: request.status === 'closed' ? 'closed' : 'in-progress',
      ...(typeof notes === 'string' && notes.trim() !== '' && { message: notes }),
    };
  }

  #serviceCode({ request }: Handover): string {
    const { serviceCodes } = this.#settings;
    return serviceCodes[request.kind] ?? serviceCodes.default;
  }

  #jurisdiction(): Record<string, string> {
    const { jurisdictionId } = this.#settings;
    return jurisdictionId === undefined ? {} : { jurisdiction_id: jurisdictionId };
  }

  async #get(
    path: string,
    signal: AbortSignal,
    query: Record<string, string> = {},
  ): Promise<unknown> {
    const url = below(this.#settings.url, path, { ...this.#jurisdiction(), ...query });
    const headers = { accept: 'application/json' };
    return jsonOf(await callOut(url, { method: 'GET', headers }, this.#rules, signal), url);
  }
}

function numberMark({ request }: Handover): string {
  return `[${request.number}]`;
}

/** The number stands first, so that it is there whatever is cut off. */
function descriptionOf(handover: Handover): string {
  const whole = `${titleOf(handover)}\n\n${textOf(handover)}`;
  if (whole.length <= MOST_CHARACTERS) return whole;
  return `${whole.slice(0, MOST_CHARACTERS - CUT.length)}${CUT}`;
}

function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** A list, or a list under one of the names that stand in the XML form. */
function requestsIn(answer: unknown): ServiceRequest[] {
  const list = Array.isArray(answer)
    ? answer
    : (answer as { service_requests?: unknown } | null)?.service_requests;
  return Array.isArray(list)
    ? list.filter((each): each is ServiceRequest => typeof each === 'object' && each !== null)
    : [];
}

/** Servers give numbers and texts alike. */
function nameIn(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
