/** A server of Open311 GeoReport v2 in JSON, as the specification describes it. */
import { TicketServer, type SeenCall, type TicketAnswer } from './ticket-server.ts';

export const OPEN311_KEY = 'open311-key-that-must-not-show';

export interface ServiceRequest {
  service_request_id: number;
  service_code: string;
  description: string;
  status: 'open' | 'closed';
  status_notes: string | null;
  requested_datetime: string;
}

export class Open311Server extends TicketServer {
  readonly requests: ServiceRequest[] = [];
  /** Answers with a token, and gives the number later. */
  givesTokens = false;
  clock: () => Date = () => new Date();

  of(number: string): ServiceRequest[] {
    return this.requests.filter(({ description }) => description.includes(number));
  }

  protected creates({ method, path }: SeenCall): boolean {
    return method === 'POST' && path === '/v2/requests.json';
  }

  protected answer(call: SeenCall, url: URL): TicketAnswer {
    if (this.creates(call)) return this.#create(call);
    const { pathname, searchParams } = url;
    if (searchParams.get('jurisdiction_id') !== 'ozolleja.example') {
      return failure(400, 'jurisdiction_id was not provided');
    }
    if (pathname === '/v2/requests.json') return this.#search(searchParams);
    const [, kind, name] = /^\/v2\/(tokens|requests)\/(\d+)\.json$/.exec(pathname) ?? [];
    const request = this.requests.find((each) => each.service_request_id === Number(name));
    if (request === undefined) return failure(404, 'service_request_id was not found');
    if (kind === 'requests') return { status: 200, body: [request] };
    const id = this.givesTokens ? {} : { service_request_id: request.service_request_id };
    return { status: 200, body: [{ token: Number(name), ...id }] };
  }

  #create({ body, headers }: SeenCall): TicketAnswer {
    const form = new URLSearchParams(body);
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      return failure(400, 'the body is no form');
    }
    if (form.get('api_key') !== OPEN311_KEY) return failure(403, 'api_key is not valid');
    for (const name of ['jurisdiction_id', 'service_code', 'address_string']) {
      if (!form.get(name)) return failure(400, `${name} was not provided`);
    }
    const description = form.get('description') ?? '';
    if (description.length > 4000) return failure(400, 'description is too long');
    const id = 293_944 + this.requests.length;
    this.requests.push({
      service_request_id: id,
      service_code: form.get('service_code') ?? '',
      description,
      status: 'open',
      status_notes: null,
      requested_datetime: this.clock().toISOString(),
    });
    return {
      status: 201,
      body: [this.givesTokens ? { token: id } : { service_request_id: id, account_id: null }],
    };
  }

  #search(query: URLSearchParams): TicketAnswer {
    const since = Date.parse(query.get('start_date') ?? '');
    const until = Date.parse(query.get('end_date') ?? '');
    if (until - since > 90 * 24 * 3600 * 1000) return failure(400, 'more than 90 days');
    const codes = query.get('service_code')?.split(',');
    const found = this.requests.filter(({ service_code, requested_datetime }) => {
      const at = Date.parse(requested_datetime);
      return at >= since && at <= until && (codes?.includes(service_code) ?? true);
    });
    return { status: 200, body: found };
  }
}

function failure(code: number, description: string): TicketAnswer {
  return { status: code, body: [{ code, description }] };
}
