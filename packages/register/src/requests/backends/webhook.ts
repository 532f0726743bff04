/** Posts to an address of the institution, signed as Standard Webhooks has it. */
import { createHmac } from 'node:crypto';
import type { BackendSettings, WebhookSettings } from '../request-settings.ts';
import type { EventNotice, Handover, RequestBackend } from './backend.ts';
import { callOut, checkStatus, type CallRules } from './call-out.ts';

export class WebhookBackend implements RequestBackend {
  readonly type = 'webhook';
  readonly carriesFiles = true;
  readonly #post: SignedPost;

  constructor(
    settings: Extract<BackendSettings, { type: 'webhook' }>,
    rules: CallRules,
    clock: () => Date,
  ) {
    this.#post = new SignedPost(settings, rules, clock);
  }

  async send(handover: Handover, signal: AbortSignal): Promise<undefined> {
    const { request, content, attributes, files, titles, deliveryId } = handover;
    const { number, kind, profile, institution, service, level, lang, receivedAt } = request;
    await this.#post.send(
      deliveryId,
      {
        type: 'request.received',
        timestamp: receivedAt,
        data: {
          number,
          kind,
          profile,
          level,
          institutionId: institution,
          serviceId: service,
          titles,
          lang,
          text: content.text,
          attributes: content.attributes,
          attributeTitles: attributes,
          contact: content.contact,
          attachments: files.map(({ name, mediaType, bytes, content: file }) => ({
            name,
            mediaType,
            bytes,
            base64: file.toString('base64'),
          })),
        },
      },
      signal,
    );
    return undefined;
  }
}

/** Tells an address of the institution what happened to a request, and nothing of what it says. */
export function eventNotifier(
  settings: WebhookSettings,
  rules: CallRules,
  clock: () => Date,
): (notice: EventNotice, signal: AbortSignal) => Promise<void> {
  const post = new SignedPost(settings, rules, clock);
  return ({ deliveryId, request, event }, signal) => {
    const { number, kind, institution, service } = request;
    const { ordinal, at, state, level } = event;
    return post.send(
      deliveryId,
      {
        type: ordinal === 1 ? 'request.received' : 'request.changed',
        timestamp: at,
        data: { number, kind, institutionId: institution, serviceId: service, state, level },
      },
      signal,
    );
  };
}

class SignedPost {
  readonly #url: URL;
  readonly #key: Buffer;
  readonly #rules: CallRules;
  readonly #clock: () => Date;

  constructor({ url, secret }: WebhookSettings, rules: CallRules, clock: () => Date) {
    this.#url = new URL(url);
    this.#key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    this.#rules = rules;
    this.#clock = clock;
  }

  /** @param id The same in every attempt, so that the receiver can tell a repetition. */
  async send(id: string, payload: object, signal: AbortSignal): Promise<void> {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(this.#clock().getTime() / 1000));
    const signature = createHmac('sha256', this.#key)
      .update(`${id}.${timestamp}.${body}`, 'utf8')
      .digest('base64');
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
    const call = { method: 'POST' as const, headers, body };
    checkStatus(await callOut(this.#url, call, this.#rules, signal), this.#url);
  }
}
