/** Failures as problem documents (RFC 9457). What they say is written for people, never a stack. */
import type { GoneSubject, ImportFinding, Problem, ProblemType } from '@pvp/contract';

type ProblemName = ProblemType extends `urn:pvp:problem:${infer Name}` ? Name : never;

const PROBLEMS: Readonly<Record<ProblemName, { status: number; title: string }>> = {
  'bad-request': { status: 400, title: 'The request cannot be understood.' },
  unauthorized: { status: 401, title: 'A valid token is needed.' },
  forbidden: { status: 403, title: 'This is not allowed.' },
  'not-found': { status: 404, title: 'There is no such thing here.' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here.' },
  'not-acceptable': { status: 406, title: 'None of the accepted formats is offered here.' },
  gone: { status: 410, title: 'This is gone.' },
  'precondition-failed': { status: 412, title: 'The record has changed meanwhile.' },
  'payload-too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'This content type is not taken here.' },
  'invalid-record': { status: 422, title: 'The record does not fit the contract.' },
  'precondition-required': { status: 428, title: 'A precondition is required.' },
  'too-many-requests': { status: 429, title: 'Too many requests.' },
  internal: { status: 500, title: 'The register failed.' },
  unavailable: { status: 503, title: 'The register cannot answer now.' },
  'log-truncated': { status: 410, title: 'The log begins after this position.' },
  'epoch-unknown': { status: 410, title: 'The position belongs to another log.' },
  'position-ahead': { status: 503, title: 'This process has not got to the position yet.' },
  'invalid-request': { status: 422, title: 'The request does not fit the contract.' },
  'idempotency-key-reused': { status: 422, title: 'The key belongs to another request.' },
  'request-running': { status: 409, title: 'The same request is still at work.' },
  'proof-required': { status: 428, title: 'A proof of work is required.' },
  conflict: { status: 409, title: 'This is not possible as things stand.' },
};

export interface ProblemDetails {
  detail?: string;
  errors?: readonly ImportFinding[];
  subject?: GoneSubject;
  floor?: string;
  snapshot?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere in a handler, it becomes the answer. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #problem: Problem;

  constructor(problem: ProblemName, details: ProblemDetails = {}) {
    const { detail, errors, subject, floor, snapshot, headers } = details;
    const { status, title } = PROBLEMS[problem];
    super(detail ?? title);
    this.status = status;
    this.headers = headers ?? {};
    this.#problem = {
      type: `urn:pvp:problem:${problem}`,
      title,
      status,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors: [...errors] }),
      ...(subject && { subject }),
      ...(floor !== undefined && { floor }),
      ...(snapshot !== undefined && { snapshot }),
    };
  }

  /** @param requestId Id under which the log knows the request. */
  document(requestId: string): Problem {
    return { ...this.#problem, instance: requestId };
  }
}

/** One wrong parameter as a finding. */
export function parameterFinding(field: string, reason: string): ImportFinding {
  return { id: null, field, reason };
}
