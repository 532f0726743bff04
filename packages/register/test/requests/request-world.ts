/** A register that takes requests, and somebody who sends them. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import type {
  NewRequest,
  Problem,
  RequestChallenge,
  RequestDetail,
  RequestProof,
  RequestReceipt,
  TrackedRequest,
} from '@pvp/contract';
import { openRegister, type RegisterFixture, type RegisterFixtureOptions } from '@pvp/testing';
import { SAMPLE_RECORDS } from '../http/sample-records.ts';
import { checked } from '../http/contract-check.ts';

export const HELP_DESK_TOKEN = 'help-desk-token-of-a-test';

export interface WorldOptions extends Omit<RegisterFixtureOptions, 'seed'> {
  /** `PVP_REQUESTS`; unless they say so, no proof is asked for and much is allowed. */
  settings?: Record<string, unknown>;
}

export class RequestWorld {
  readonly register: RegisterFixture;

  constructor(register: RegisterFixture) {
    this.register = register;
  }

  static async open(t: TestContext | undefined, options: WorldOptions = {}): Promise<RequestWorld> {
    const { settings, env, ...rest } = options;
    const register = await openRegister({
      seed: SAMPLE_RECORDS,
      ...rest,
      env: {
        PVP_HELP_DESK_TOKEN: HELP_DESK_TOKEN,
        PVP_REQUESTS: JSON.stringify({
          difficulty: 0,
          limits: { requestsPerAddress: 10_000, callsPerAddress: 100_000 },
          ...settings,
        }),
        ...env,
      },
    });
    t?.after(() => register.close());
    return new RequestWorld(register);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.register.origin}${path}`, init);
  }

  send(body: unknown, key: string = randomUUID(), headers: Record<string, string> = {}) {
    return this.fetch('/v1/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Sends a request that is received. */
  async received(body: unknown, key: string = randomUUID()): Promise<RequestReceipt> {
    const response = await this.send(body, key);
    const receipt = await checked('createRequest', response);
    assert.ok(response.ok, JSON.stringify(receipt));
    return receipt as RequestReceipt;
  }

  /** Sends a request that is refused. */
  async refused(
    status: number,
    body: unknown,
    key?: string,
    headers?: Record<string, string>,
  ): Promise<Problem> {
    const response = await this.send(body, key, headers);
    const problem = (await checked('createRequest', response)) as Problem;
    assert.equal(response.status, status, JSON.stringify(problem));
    return problem;
  }

  async tracked({ number, secret }: RequestReceipt): Promise<TrackedRequest> {
    const response = await this.fetch(`/v1/requests/${number}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return (await checked('getRequest', response)) as TrackedRequest;
  }

  desk(path: string, init: RequestInit = {}, token = HELP_DESK_TOKEN): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as object) };
    return this.fetch(`/v1/admin/${path}`, { ...init, headers });
  }

  async detail(number: string): Promise<RequestDetail> {
    const response = await this.desk(`requests/${number}`);
    return (await checked('getRequestDetail', response)) as RequestDetail;
  }

  /** Does something as the staff, at the revision that stands now. */
  async act(number: string, event: Record<string, unknown>): Promise<Response> {
    const { revision } = await this.detail(number);
    return this.desk(`requests/${number}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
      body: JSON.stringify(event),
    });
  }
}

/** A request that nothing is wrong with. */
export function request(more: Partial<NewRequest> = {}): NewRequest {
  return {
    kind: 'information-request',
    institutionId: 'ozolleja',
    text: 'Vai bērnu var pieteikt arī vasarā?',
    noticeVersion: '2026-11',
    ...more,
  };
}

/** Does the work that a challenge asks for. */
export function solve(challenge: RequestChallenge): RequestProof {
  for (let n = 0; ; n++) {
    const nonce = n.toString(36);
    if (zeroBits(challenge, nonce) < challenge.difficulty) continue;
    return { challenge: challenge.challenge, nonce };
  }
}

/** Zero bits at the beginning of what a nonce leads to. */
export function zeroBits({ challenge }: RequestChallenge, nonce: string): number {
  const hash = createHash('sha256').update(`${challenge}.${nonce}`).digest();
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.indexOf('1');
}

export function fieldsOf(problem: Problem): string[] {
  return (problem.errors ?? []).map(({ field }) => field);
}
