/** What `PVP_REQUESTS` may hold: where requests go, how long they are kept, and what is too much. */
import { isIP } from 'node:net';
import { REQUEST_KINDS, type RequestKind } from '@pvp/contract';
import * as v from 'valibot';

const DAY = 24 * 3600;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/));
const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const address = v.pipe(
  v.string(),
  v.check((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return (
      /^https?:$/.test(url.protocol) &&
      url.username === '' &&
      url.password === '' &&
      url.hash === ''
    );
  }, 'must be an address that begins with https:// or http://, without a user or a fragment'),
);
/** Goes into a header. */
const secret = v.pipe(
  v.string(),
  v.regex(/^[\x21-\x7e]+$/, 'must be printable ASCII characters without spaces'),
);
const mailbox = v.pipe(v.string(), v.email('must be an e-mail address'));
const network = v.pipe(
  v.string(),
  v.check((value) => {
    const [ip = '', bits = '', more] = value.split('/');
    const most = { 4: 32, 6: 128 }[isIP(ip)];
    return more === undefined && most !== undefined && /^\d+$/.test(bits) && Number(bits) <= most;
  }, 'must be a network such as 10.20.0.0/16'),
);
const headerText = v.pipe(text, v.regex(/^[^\r\n]+$/, 'must be one line'), v.maxLength(200));

const webhook = v.strictObject({
  url: address,
  secret: v.pipe(
    v.string(),
    v.regex(
      /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
      'must be whsec_ and at least 24 random bytes in base64',
    ),
  ),
});

const backend = v.variant('type', [
  v.strictObject({ type: v.literal('built-in') }),
  v.strictObject({
    type: v.literal('zammad'),
    url: address,
    token: secret,
    /** Group that new tickets come to. */
    group: headerText,
    /** Customer of tickets whose sender left no e-mail address. */
    anonymousCustomer: mailbox,
  }),
  v.strictObject({
    type: v.literal('open311'),
    /** Endpoint of GeoReport v2, such as `https://city.example/open311/v2`. */
    url: address,
    apiKey: secret,
    jurisdictionId: v.optional(headerText),
    /** `service_code` by kind of request, and one for all others. */
    serviceCodes: v.intersect([
      v.partial(v.object(perKind(headerText))),
      v.object({ default: headerText }),
    ]),
    /** GeoReport asks for a place; requests have none. */
    address: headerText,
  }),
  v.strictObject({ type: v.literal('webhook'), ...webhook.entries }),
  v.strictObject({ type: v.literal('mail'), to: mailbox }),
]);

const days = wholeNumber(1, 3650);

const settings = v.strictObject({
  /** False: no requests, no feedback and no counters are taken. */
  enabled: v.optional(v.boolean(), true),
  /** False: pages may not add to counters. */
  counters: v.optional(v.boolean(), true),
  /** Where requests go, unless their institution has a system of its own. */
  backend: v.optional(backend, { type: 'built-in' }),
  /** By id of the organization. */
  institutions: v.optional(v.record(id, backend), {}),
  /** Networks that are not public and may be called all the same. */
  allowNetworks: v.optional(v.array(network), []),
  smtp: v.optional(
    v.strictObject({
      host: headerText,
      port: v.optional(wholeNumber(1, 65535), 587),
      /** TLS from the first byte (port 465); otherwise STARTTLS. */
      secure: v.optional(v.boolean(), false),
      /** False: mail may go without encryption, to a relay on the same machine. */
      requireTls: v.optional(v.boolean(), true),
      user: v.optional(text),
      password: v.optional(text),
      from: mailbox,
      fromName: v.optional(headerText),
    }),
  ),
  notify: v.optional(
    v.strictObject({
      /** Is told of every event, without personal data. */
      webhook: v.optional(webhook),
      /** People who left an address are told of answers and states of the built-in system. */
      requester: v.optional(v.boolean(), false),
    }),
    {},
  ),
  /** Leading zero bits of the proof of work; 0: none is asked for. */
  difficulty: v.optional(wholeNumber(0, 24), 15),
  limits: v.optional(
    v.strictObject({
      /** Length of the window, in seconds. */
      windowSeconds: v.optional(wholeNumber(1, 3600), 600),
      /** By address and window. */
      requestsPerAddress: v.optional(wholeNumber(1, 1_000_000), 20),
      uploadsPerAddress: v.optional(wholeNumber(1, 1_000_000), 40),
      /** Challenges, feedback, counters and looks at states. */
      callsPerAddress: v.optional(wholeNumber(1, 10_000_000), 600),
      /** By institution and window. */
      requestsPerInstitution: v.optional(wholeNumber(1, 1_000_000), 2_000),
    }),
    {},
  ),
  patience: v.optional(
    v.strictObject({
      /** For so long whoever sends a request waits for the system of the institution, in ms. */
      answerMs: v.optional(wholeNumber(100, 30_000), 4_000),
      /** For so long one call of that system may take, in ms. */
      callMs: v.optional(wholeNumber(100, 60_000), 10_000),
    }),
    {},
  ),
  attachments: v.optional(
    v.strictObject({
      count: v.optional(wholeNumber(0, 10), 5),
      bytes: v.optional(wholeNumber(1, 20_000_000), 5_000_000),
      /** Of files that no request names, together. */
      unclaimedBytes: v.optional(wholeNumber(1, 10_000_000_000), 500_000_000),
      mediaTypes: v.optional(v.array(text), [
        'application/pdf',
        'image/jpeg',
        'image/png',
        'image/webp',
        'image/heic',
        'text/plain',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.oasis.opendocument.text',
        'application/vnd.etsi.asic-e+zip',
      ]),
    }),
    {},
  ),
  retention: v.optional(
    v.strictObject({
      /** Days after the end of a request, by its kind. */
      ...perKind(v.optional(days)),
      /** Days after the last change of a request that nobody ended. */
      open: v.optional(days, 1095),
      feedback: v.optional(days, 365),
      usage: v.optional(days, 400),
    }),
    {},
  ),
  /** Days after which a resolved request is closed by itself. */
  closeAfterDays: v.optional(wholeNumber(1, 365), 14),
  /** Hours after which a request that nobody took up goes one level up, by its kind. */
  escalateAfterHours: v.optional(v.strictObject(perKind(v.optional(wholeNumber(1, 8760)))), {}),
  /** What people are told about their data; default: a text that fits the built-in system. */
  notice: v.optional(
    v.strictObject({
      version: v.pipe(headerText, v.maxLength(40)),
      text: v.objectWithRest({ lv: text }, text),
      url: v.optional(address),
    }),
  ),
});

type Output = v.InferOutput<typeof settings>;
export type BackendSettings = v.InferOutput<typeof backend>;
export type SmtpSettings = NonNullable<Output['smtp']>;
export type WebhookSettings = v.InferOutput<typeof webhook>;

/** Everything has a value but what is off without one. */
export interface RequestSettings extends Omit<Output, 'retention'> {
  limits: Required<Output['limits']>;
  patience: Required<Output['patience']>;
  attachments: Required<Output['attachments']>;
  retention: Readonly<Record<RequestKind | 'open' | 'feedback' | 'usage', number>>;
}

/** Days for which requests are kept after their end. Complaints may be asked about for longer. */
const RETENTION_DAYS: Readonly<Record<RequestKind, number>> = {
  'information-request': 180,
  'work-request': 365,
  'agreement-request': 365,
  'service-request': 365,
  'change-request': 365,
  incident: 365,
  problem: 365,
  complaint: 730,
  suggestion: 180,
};

/**
 * Judges settings.
 *
 * @param value The JSON of `PVP_REQUESTS`.
 * @returns the settings, or one sentence that names the place of the first fault and not its value,
 *   which may be a secret.
 */
export function readRequestSettings(value: unknown): RequestSettings | string {
  const result = v.safeParse(settings, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const place = v.getDotPath(issue) ?? '';
    const isOwn =
      /^(must|Invalid|Expected)/.test(issue.message) && !issue.message.includes('received');
    const reason = isOwn ? issue.message : `must be ${issue.expected ?? 'something else'}`;
    return place === '' ? `It ${reason}.` : `${place} ${reason}.`;
  }
  const { smtp, backend: usual, institutions, notify, retention } = result.output;
  const needsSmtp =
    notify.requester || [usual, ...Object.values(institutions)].some(({ type }) => type === 'mail');
  if (needsSmtp && smtp === undefined) return 'smtp must be set where e-mail is to be sent.';
  if ((smtp?.user === undefined) !== (smtp?.password === undefined)) {
    return 'smtp must have both a user and a password, or neither.';
  }
  return {
    ...result.output,
    retention: { ...RETENTION_DAYS, ...withoutUndefined(retention) },
  } as RequestSettings;
}

/** Seconds for which an upload waits for its request. */
export const UPLOAD_SECONDS = DAY;

function perKind<T>(value: T): Record<RequestKind, T> {
  return Object.fromEntries(REQUEST_KINDS.map((kind) => [kind, value])) as Record<RequestKind, T>;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
