import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from '@pvp/testing';
import { request, type WorldOptions } from '../request-world.ts';
import { DeliveryWorld } from './delivery-world.ts';

interface SeenMail {
  to: string[];
  headers: Map<string, string>;
  raw: string;
}

/** What the relay does with the next mail: refuses it, or takes it and says that it failed. */
type MailFault = 'refuses' | 'busy' | 'fails-after';

class Relay {
  readonly mails: SeenMail[] = [];
  readonly faults: MailFault[] = [];
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'pvp' && password === 'smtp-password-that-must-not-show'
          ? done(null, { user: username })
          : done(new Error('Wrong password')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const fault = this.faults.shift();
          if (fault === 'refuses') return done(replyOf('Refused', 554));
          if (fault === 'busy') return done(replyOf('Try later', 451));
          const raw = Buffer.concat(chunks).toString('utf8');
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.mails.push({ to, headers: headersOf(raw), raw });
          done(fault ? replyOf('Lost', 451) : null);
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  async listen(t: TestContext): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()));
    t.after(() => new Promise<void>((resolve) => this.#server.close(() => resolve())));
    return this;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }
}

function replyOf(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decoded(line.slice(colon + 1).trim())];
    }),
  );
}

/** Encoded words of RFC 2047. */
function decoded(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuoted(word.replaceAll('_', ' ')),
    );
}

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const SMTP = {
  host: '127.0.0.1',
  requireTls: false,
  user: 'pvp',
  password: 'smtp-password-that-must-not-show',
  from: 'pieprasijumi@register.example',
  fromName: 'Pakalpojumu reģistrs',
};

async function open(
  t: TestContext,
  backend: Record<string, unknown> = { type: 'mail', to: 'dome@ozolleja.example' },
  { settings, ...options }: WorldOptions = {},
) {
  const relay = await new Relay().listen(t);
  const smtp = { ...SMTP, port: relay.port };
  const world = await DeliveryWorld.begin(t, backend, {
    ...options,
    settings: { smtp, ...settings },
  });
  return { relay, world };
}

test('a request is a mail of plain text that can be replied to', async (t) => {
  const { relay, world } = await open(t);
  const upload = await world.fetch('/v1/uploads?name=pielikums.txt', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'Saturs',
  });
  const { id } = (await upload.json()) as { id: string };
  const { number } = await world.received(
    request({
      kind: 'complaint',
      text: 'Lūdzu <b>izskatīt</b>',
      contact: { name: 'Anna Bērziņa', email: 'anna@example.org' },
      attachments: [id],
    }),
  );
  const [mail] = relay.mails;
  assert.deepEqual(mail?.to, ['dome@ozolleja.example']);
  assert.equal(mail.headers.get('subject'), `[${number}] Sūdzība: Ozollejas novada pašvaldība`);
  assert.equal(mail.headers.get('from'), 'Pakalpojumu reģistrs <pieprasijumi@register.example>');
  assert.match(mail.headers.get('reply-to') ?? '', /Anna Bērziņa"? <anna@example\.org>/);
  assert.equal(mail.headers.get('message-id'), `<${number}.request@register.example>`);
  assert.ok(!/text\/html/i.test(mail.raw));
  assert.match(mail.raw, /filename=pielikums\.txt/);
  assert.ok(mail.raw.includes(Buffer.from('Saturs').toString('base64')));
});

test('nothing that people write becomes a header or a receiver', async (t) => {
  const { relay, world } = await open(t);
  const evil = 'Anna"\u0000 <b@evil.example>, Bcc: c@evil.example';
  await world.received(
    request({
      text: 'Pirmā\r\n.\r\nRCPT TO:<d@evil.example>\r\n\r\nBcc: e@evil.example',
      contact: { name: evil, email: 'anna@example.org' },
    }),
  );
  const [mail] = relay.mails;
  assert.deepEqual(mail?.to, ['dome@ozolleja.example']);
  assert.ok(!mail.headers.has('bcc'));
  assert.match(mail.headers.get('reply-to') ?? '', /<anna@example\.org>$/);
  const names = await world.refused(
    422,
    request({ contact: { email: 'anna@example.org, b@evil.example' } }),
  );
  assert.equal(names.errors?.[0]?.field, '/contact/email');
});

for (const faults of [['busy'], ['refuses'], ['fails-after'], ['busy', 'fails-after']]) {
  test(`after ${faults.join(', then ')} it comes again under the same Message-ID`, async (t) => {
    const { relay, world } = await open(t);
    relay.faults.push(...(faults as MailFault[]));
    const receipt = await world.waiting();
    await world.arrives(receipt);
    const ids = relay.mails.map(({ headers }) => headers.get('message-id'));
    assert.ok(ids.length >= 1, 'at least once');
    assert.equal(new Set(ids).size, 1);
    assert.equal(ids[0], `<${receipt.number}.request@register.example>`);
  });
}

test('a relay that nobody can reach is said plainly, and its password nowhere', async (t) => {
  const { world } = await open(t, undefined, {
    settings: { smtp: { ...SMTP, port: 9 }, patience: { answerMs: 20_000, callMs: 2_000 } },
  });
  const receipt = await world.waiting();
  const detail = await world.detail(receipt.number);
  assert.match(detail.waiting?.[0]?.lastError ?? '', /mail relay 127\.0\.0\.1 cannot be reached/);
  world.assertNowhere(SMTP.password, [receipt, detail]);
});

test('a person who left an address is told of answers, in the language asked for', async (t) => {
  const { relay, world } = await open(
    t,
    { type: 'built-in' },
    { settings: { notify: { requester: true } } },
  );
  const { number } = await world.received(
    request({ contact: { email: 'anna@example.org' }, lang: 'en' }),
  );
  assert.equal(relay.mails.length, 0, 'an address that nobody has confirmed gets no receipt');
  await world.act(number, { note: 'Only for us' });
  await world.act(number, { state: 'resolved', answer: 'All summer long.' });
  const [mail] = await until('the mail', () => (relay.mails.length > 0 ? relay.mails : undefined));
  assert.equal(relay.mails.length, 1);
  assert.deepEqual(mail?.to, ['anna@example.org']);
  assert.equal(mail.headers.get('subject'), `[${number}] Answer to request`);
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  const text = fromQuoted(mail.raw);
  for (const line of ['All summer long.', number, 'Ozolleja Municipality', 'answered']) {
    assert.ok(text.includes(line), line);
  }
  assert.ok(!text.includes('Only for us'));
});
