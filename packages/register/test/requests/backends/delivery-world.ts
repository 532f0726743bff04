/** A register whose requests go to another system, with a clock that the test moves. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { RequestReceipt } from '@pvp/contract';
import { until } from '@pvp/testing';
import { checked } from '../../http/contract-check.ts';
import { request, RequestWorld, type WorldOptions } from '../request-world.ts';

export class DeliveryWorld extends RequestWorld {
  readonly lines: string[] = [];
  #now = Date.parse('2026-11-21T08:00:00Z');

  static async begin(
    t: TestContext,
    backend: Record<string, unknown>,
    { settings, ...options }: WorldOptions = {},
  ): Promise<DeliveryWorld> {
    const lines: string[] = [];
    let world: DeliveryWorld | undefined = undefined;
    const opened = await RequestWorld.open(t, {
      settings: {
        difficulty: 0,
        backend,
        allowNetworks: ['127.0.0.0/8'],
        // Long enough for a busy machine; whoever waits for silence says so.
        patience: { answerMs: 20_000, callMs: 10_000 },
        ...settings,
      },
      clock: () => world?.now ?? new Date('2026-11-21T08:00:00Z'),
      onLogLine: (line) => lines.push(line),
      ...options,
    });
    world = new DeliveryWorld(opened.register, lines);
    return world;
  }

  constructor(register: RequestWorld['register'], lines: string[] = []) {
    super(register);
    this.lines = lines;
  }

  get now(): Date {
    return new Date(this.#now);
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  /** Sends a request whose system does not take it at once. */
  async waiting(body: unknown = request(), key?: string): Promise<RequestReceipt> {
    const response = await this.send(body, key);
    const receipt = (await checked('createRequest', response)) as RequestReceipt;
    assert.equal(response.status, 202, JSON.stringify(receipt));
    return receipt;
  }

  /** Lets time pass until the request has arrived. */
  async arrives(receipt: RequestReceipt): Promise<void> {
    await until('the request arrives', async () => {
      this.pass(10);
      return (await this.tracked(receipt)).delivery === 'delivered';
    });
  }

  /** What went out, came back, or was written down may hold no secret of the other system. */
  assertNowhere(secret: string, answers: readonly unknown[]): void {
    assert.ok(this.lines.length > 0, 'the log was kept');
    assert.ok(!this.lines.join('\n').includes(secret), 'in the log');
    assert.ok(!JSON.stringify(answers).includes(secret), 'in an answer');
  }
}
