/** Sends mail by SMTP: requests to an institution, and word of answers to the people who asked. */
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { RequestState } from '@pvp/contract';
import { cleanLine } from '../judge-request.ts';
import type { BackendSettings, SmtpSettings } from '../request-settings.ts';
import {
  BackendError,
  type Handover,
  type RequestBackend,
  type RequesterNotice,
} from './backend.ts';
import { textOf, titleOf } from './plain-text.ts';

/** One relay for all mail of a process. */
export class Mailer {
  readonly #transport: Transporter;
  readonly #settings: SmtpSettings;

  /** @param callMs Longest silence of the relay, in milliseconds. */
  constructor(settings: SmtpSettings, callMs: number) {
    const { host, port, secure, requireTls, user, password } = settings;
    this.#settings = settings;
    this.#transport = createTransport({
      host,
      port,
      secure,
      requireTLS: requireTls && !secure,
      ...(user !== undefined && { auth: { user, pass: password } }),
      connectionTimeout: callMs,
      greetingTimeout: callMs,
      socketTimeout: callMs,
      // Nothing that a person wrote makes this process read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /**
   * @param id Stable name of the message: a receiver drops the second of two copies.
   * @throws {BackendError} where the relay did not take it.
   */
  async send(id: string, message: SendMailOptions, signal: AbortSignal): Promise<void> {
    const { from, fromName, host } = this.#settings;
    const domain = from.slice(from.lastIndexOf('@') + 1);
    try {
      const sent = this.#transport.sendMail({
        ...message,
        from: fromName === undefined ? from : { name: fromName, address: from },
        messageId: `<${id}@${domain}>`,
        // Out-of-office answers and loops help nobody.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await Promise.race([sent, endOf(signal)]);
    } catch (cause) {
      const code = (cause as { responseCode?: number }).responseCode;
      const reason = code === undefined ? 'cannot be reached' : `answered ${code}`;
      // A refusal of one message says nothing of others.
      const isDown = code === undefined || code < 500;
      throw new BackendError(`The mail relay ${host} ${reason}.`, { cause, isDown });
    }
  }
}

/** Rejects when the signal does. What is under way then may still arrive, under the same name. */
function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new Error('It took too long.'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

export class MailBackend implements RequestBackend {
  readonly type = 'mail';
  readonly carriesFiles = true;
  readonly #to: string;
  readonly #mailer: Mailer;

  constructor({ to }: Extract<BackendSettings, { type: 'mail' }>, mailer: Mailer) {
    this.#to = to;
    this.#mailer = mailer;
  }

  async send(handover: Handover, signal: AbortSignal): Promise<undefined> {
    const { request, content, files } = handover;
    const { contact } = content;
    await this.#mailer.send(
      `${request.number}.request`,
      {
        to: this.#to,
        subject: cleanLine(titleOf(handover)),
        text: textOf(handover),
        ...(contact?.email !== undefined && {
          replyTo: { name: contact.name ?? '', address: contact.email },
        }),
        attachments: files.map((file) => ({
          filename: file.name,
          content: file.content,
          contentType: file.mediaType,
        })),
      },
      signal,
    );
    return undefined;
  }
}

interface Words {
  subject: string;
  greeting: string;
  about: (kind: string, institution: string) => string;
  number: string;
  state: string;
  answer: string;
  end: string;
  states: Record<RequestState, string>;
}

const WORDS = {
  lv: {
    subject: 'Atbilde uz pieprasījumu',
    greeting: 'Labdien!',
    about: (kind: string, institution: string) =>
      `Šī ziņa ir par Jūsu pieprasījumu (${kind.toLocaleLowerCase('lv')}) iestādei: ${institution}.`,
    number: 'Pieprasījuma numurs',
    state: 'Stāvoklis',
    answer: 'Iestādes atbilde',
    end: 'Uz šo vēstuli atbildēt nevajag.',
    states: {
      acknowledged: 'saņemts',
      'in-progress': 'tiek izskatīts',
      pending: 'gaida Jūsu ziņas',
      resolved: 'atbildēts',
      closed: 'slēgts',
      rejected: 'noraidīts',
    },
  },
  en: {
    subject: 'Answer to request',
    greeting: 'Hello,',
    about: (kind: string, institution: string) =>
      `This is about your request (${kind.toLowerCase()}) to: ${institution}.`,
    number: 'Number of the request',
    state: 'State',
    answer: 'Answer of the institution',
    end: 'There is no need to reply to this message.',
    states: {
      acknowledged: 'received',
      'in-progress': 'in progress',
      pending: 'waiting for you',
      resolved: 'answered',
      closed: 'closed',
      rejected: 'rejected',
    },
  },
} as const satisfies Record<'lv' | 'en', Words>;

/** Tells people who left an address what was answered. */
export function requesterNotifier(
  mailer: Mailer,
): (notice: RequesterNotice, signal: AbortSignal) => Promise<void> {
  return async ({ request, event, email, kind, institution, deliveryId }, signal) => {
    const lang = request.lang === 'en' ? 'en' : 'lv';
    const words = WORDS[lang];
    const title = (text: RequesterNotice['kind']) => text[lang] ?? text['lv'] ?? '';
    const lines = [
      words.greeting,
      '',
      words.about(title(kind), title(institution)),
      '',
      `${words.number}: ${request.number}`,
      `${words.state}: ${words.states[event.state]}`,
      ...(event.message === undefined ? [] : ['', `${words.answer}:`, '', event.message]),
      '',
      words.end,
      '',
    ];
    await mailer.send(
      deliveryId,
      {
        to: { name: '', address: email },
        subject: `[${request.number}] ${words.subject}`,
        text: lines.join('\n'),
      },
      signal,
    );
  };
}
