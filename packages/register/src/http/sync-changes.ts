/** `GET /v1/sync/{scope}/changes?since=`. */
import type { ReadModel } from '../read-model/read-model.ts';
import { changesAfter, type ChangesQuestion, type TellPosition } from '../sync/change-page.ts';
import { badParameters } from './parameters.ts';
import { HttpProblem, parameterFinding } from './problem.ts';
import type { RegisterApp, RegisterContext, RequestContext } from './register-context.ts';
import { jsonRepresentation, send, type Representation } from './reply.ts';
import { noSuchScope, scopeCache, scopeEndpoint } from './sync-scope.ts';

const CACHE_CLOSED = 'public, max-age=86400';
const CACHE_TAIL = 'max-age=5';
const CACHE_TRUNCATED = 'max-age=300';
const CHECKPOINT = /^([0-9a-z]{1,64})\.(0|[1-9][0-9]{0,14})$/;
/** Pages in memory, in bytes without coding. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Page {
  representation: Representation;
  closed: boolean;
  /** It says when the register heard last, which may be another time a moment later. */
  dated: boolean;
}

export function addChangesEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  tell: TellPosition,
): void {
  const pages = new PageCache(context.model);
  scopeEndpoint(app, context, 'changes', async (c, scope, asked) => {
    const question = { scope, ...sinceOf(c) };
    if (context.model.partsOf(scope) === undefined) throw noSuchScope();
    const key = `${asked} ${question.epoch}.${question.seq}`;
    const tellAsked: TellPosition = (_, position, state) => tell(asked, position, state);
    const { representation, closed } = await pages.get(key, () =>
      pageOf(question, { ...context, tell: tellAsked }),
    );
    return send(c, representation, scopeCache(scope, closed ? CACHE_CLOSED : CACHE_TAIL));
  });
}

async function pageOf(
  question: ChangesQuestion,
  context: RegisterContext & { tell: TellPosition },
): Promise<Page> {
  const answer = await changesAfter(question, context);
  const { scope } = question;
  switch (answer.state) {
    case 'page':
      return {
        representation: jsonRepresentation(answer.page),
        closed: answer.closed,
        dated: typeof answer.page.fetchedAt === 'string',
      };
    case 'no-scope':
      throw noSuchScope();
    case 'truncated':
      throw new HttpProblem('log-truncated', {
        detail: 'What changed after this position is no longer kept. Take the snapshot.',
        floor: answer.floor,
        snapshot: `/v1/sync/${scope}/snapshot`,
        headers: { 'Cache-Control': scopeCache(scope, CACHE_TRUNCATED) },
      });
    case 'foreign':
      throw new HttpProblem('epoch-unknown', {
        detail:
          'The log has begun anew, or the position is of another register. Take the snapshot.',
        floor: answer.floor,
        snapshot: `/v1/sync/${scope}/snapshot`,
      });
    case 'ahead':
      throw new HttpProblem('position-ahead', {
        detail: 'Another process has told this position. Ask again in a moment.',
        headers: { 'Retry-After': '1' },
      });
  }
}

function sinceOf(c: RequestContext): { epoch: string; seq: number } {
  const values = new URL(c.req.url).searchParams.getAll('since');
  const [, epoch, seq] = CHECKPOINT.exec(values[0] ?? '') ?? [];
  if (values.length !== 1 || epoch === undefined || seq === undefined) {
    const reason = values.length > 1 ? 'is given more than once' : 'is not a checkpoint';
    throw badParameters([parameterFinding('since', reason)]);
  }
  return { epoch, seq: Number(seq) };
}

/** Pages as they were made, until the register changes: many readers ask the same at once. */
class PageCache {
  readonly #model: ReadModel;
  readonly #pages = new Map<string, Promise<Page>>();
  #version = -1;
  #bytes = 0;

  constructor(model: ReadModel) {
    this.#model = model;
  }

  async get(key: string, make: () => Promise<Page>): Promise<Page> {
    if (this.#version !== this.#model.version || this.#bytes > MAX_BYTES) {
      this.#pages.clear();
      this.#bytes = 0;
      this.#version = this.#model.version;
    }
    const known = this.#pages.get(key);
    if (known) return known;
    const version = this.#version;
    const made = make();
    this.#pages.set(key, made);
    try {
      const page = await made;
      if (page.dated) this.#pages.delete(key);
      else if (version === this.#version) {
        this.#bytes += page.representation.body.byteLength + 1024;
      }
      return page;
    } catch (error) {
      // A failure is an answer to this question only.
      if (this.#pages.get(key) === made) this.#pages.delete(key);
      throw error;
    }
  }
}
