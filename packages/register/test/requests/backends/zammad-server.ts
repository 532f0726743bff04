/** The part of Zammad's REST API that matters here, as its documentation describes it. */
import { TicketServer, type SeenCall, type TicketAnswer } from './ticket-server.ts';

export const ZAMMAD_TOKEN = 'zammad-token-that-must-not-show';

export interface ZammadTicket {
  id: number;
  number: string;
  title: string;
  group: string;
  state: string;
  customer_id: string;
  article: {
    subject: string;
    body: string;
    content_type: string;
    internal: boolean;
    attachments: { filename: string; data: string; 'mime-type': string }[];
  };
}

export class ZammadServer extends TicketServer {
  readonly tickets: ZammadTicket[] = [];

  /** Tickets whose title has the number of a request. */
  of(number: string): ZammadTicket[] {
    return this.tickets.filter(({ title }) => title.includes(number));
  }

  protected creates({ method, path }: SeenCall): boolean {
    return method === 'POST' && path === '/api/v1/tickets';
  }

  protected answer(call: SeenCall, url: URL): TicketAnswer {
    if (call.headers.authorization !== `Token token=${ZAMMAD_TOKEN}`) {
      return { status: 401, body: { error: 'Invalid token' } };
    }
    if (this.creates(call)) return this.#create(call);
    if (url.pathname === '/api/v1/tickets/search') return this.#search(url.searchParams);
    const id = /^\/api\/v1\/tickets\/(\d+)$/.exec(url.pathname)?.[1];
    const ticket = this.tickets.find((each) => each.id === Number(id));
    return ticket
      ? { status: 200, body: withoutArticle(ticket) }
      : { status: 404, body: { error: "Couldn't find Ticket" } };
  }

  #create({ body }: SeenCall): TicketAnswer {
    const given = JSON.parse(body) as ZammadTicket;
    const { title, group, customer_id: customer, article } = given;
    if (!title || !group || !customer || !article?.body) {
      return { status: 422, body: { error: 'Missing required value' } };
    }
    const id = this.tickets.length + 19;
    const ticket = { ...given, id, number: `22${String(id).padStart(3, '0')}`, state: 'new' };
    this.tickets.push(ticket);
    return { status: 201, body: { ...withoutArticle(ticket), article_ids: [id] } };
  }

  /** A phrase in quotes finds it whole; words without quotes find tickets with any of them. */
  #search(query: URLSearchParams): TicketAnswer {
    const text = query.get('query') ?? '';
    const phrase = /^"(.*)"$/.exec(text)?.[1];
    const words = phrase === undefined ? text.split(/\W+/) : [phrase];
    const found = this.tickets
      .filter(({ title, article }) =>
        words.some((word) => title.includes(word) || article.body.includes(word)),
      )
      .slice(0, Number(query.get('limit') ?? 10));
    if (query.get('expand') === 'true') return { status: 200, body: found.map(withoutArticle) };
    return {
      status: 200,
      body: { tickets: found.map(({ id }) => id), tickets_count: found.length, assets: {} },
    };
  }
}

function withoutArticle({ article: _article, ...ticket }: ZammadTicket) {
  return ticket;
}
