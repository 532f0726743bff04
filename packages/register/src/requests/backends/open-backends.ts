/** Makes the systems that the settings name. */
import type { Notifier } from '../deliveries.ts';
import type { BackendSettings, RequestSettings } from '../request-settings.ts';
import { AddressGuard } from './address-guard.ts';
import type { RequestBackend } from './backend.ts';
import { MailBackend, Mailer, requesterNotifier } from './mail.ts';
import { Open311Backend } from './open311.ts';
import { eventNotifier, WebhookBackend } from './webhook.ts';
import { ZammadBackend } from './zammad.ts';

export interface Backends {
  /** The system of an institution by any of its ids; `undefined`: the built-in one. */
  backendOf: (institution: readonly string[]) => RequestBackend | undefined;
  notifier: Notifier;
}

export function openBackends(settings: RequestSettings, clock: () => Date): Backends {
  const { backend, institutions, allowNetworks, patience, smtp, notify } = settings;
  const rules = { guard: new AddressGuard(allowNetworks), callMs: patience.callMs };
  const mailer = smtp && new Mailer(smtp, patience.callMs);
  const open = (of: BackendSettings): RequestBackend | undefined => {
    switch (of.type) {
      case 'built-in':
        return undefined;
      case 'zammad':
        return new ZammadBackend(of, rules);
      case 'open311':
        return new Open311Backend(of, rules);
      case 'webhook':
        return new WebhookBackend(of, rules, clock);
      case 'mail':
        // Settings without a relay are refused where they are read.
        return mailer && new MailBackend(of, mailer);
    }
  };
  const usual = open(backend);
  const own = new Map(Object.entries(institutions).map(([id, of]) => [id, open(of)]));
  return {
    backendOf: (institution) => {
      const id = institution.find((each) => own.has(each));
      return id === undefined ? usual : own.get(id);
    },
    notifier: {
      institution: notify.webhook && eventNotifier(notify.webhook, rules, clock),
      requester: notify.requester && mailer ? requesterNotifier(mailer) : undefined,
    },
  };
}
