/** A service in the Human Services Data Specification 3.0 (Open Referral). */
import { createHash } from 'node:crypto';
import type { ContactPoint, Service, ServiceStatus } from '@pvp/contract';
import {
  localizedPlainText,
  mainText,
  organizationAddress,
  organizationOf,
  serviceAddress,
  withoutEmpty,
  type FormatContext,
} from './format-context.ts';

const STATUSES: Readonly<Record<ServiceStatus, string>> = {
  active: 'active',
  suspended: 'temporarily closed',
  merged: 'defunct',
  retired: 'defunct',
};
const DAYS: Readonly<Record<string, string>> = {
  mo: 'MO',
  tu: 'TU',
  we: 'WE',
  th: 'TH',
  fr: 'FR',
  sa: 'SA',
  su: 'SU',
};

export function hsdsService(service: Service, context: FormatContext): object {
  const address = serviceAddress(context, service.id);
  const serviceId = uuidOf(address);
  const partId = (id: string) => uuidOf(`${address}#${id}`);
  const owner = service.holder ?? service.providers?.[0];
  const eligibility = mainText(localizedPlainText(service.recipientNote));
  const places = (service.channels ?? []).flatMap((channel) => channel.places ?? []);
  const contacts = service.contacts ?? [];
  const online = service.channels?.find(({ requestable, url }) => requestable && url);
  return withoutEmpty({
    id: serviceId,
    organization: owner === undefined ? undefined : organization(owner, context),
    name: mainText(service.title),
    alternate_name: mainText(service.alternativeTitles?.[0]),
    description: mainText(localizedPlainText(service.description)) ?? mainText(service.summary),
    url: online?.url,
    email: contacts.find(({ email }) => email)?.email,
    status: STATUSES[service.status],
    application_process: service.steps
      ?.map((step) => mainText(localizedPlainText(step.description)) ?? mainText(step.title))
      .filter(Boolean)
      .join('\n'),
    fees_description: service.costs
      ?.map(({ description }) => mainText(description))
      .filter(Boolean)
      .join('\n'),
    eligibility_description: eligibility,
    last_modified: service.changedAt,
    languages: Object.keys(service.title).map((code) => ({ id: partId(`lang-${code}`), code })),
    phones: contacts.filter(({ phone }) => phone).map((contact) => phoneOf(contact, partId)),
    service_at_locations: distinct([...places, ...contacts])
      .filter((place) => place.address !== undefined)
      .map((place) => ({
        id: partId(`at-${place.id}`),
        service_id: serviceId,
        location: location(place, partId),
      })),
    cost_options: service.costs?.map((cost) =>
      withoutEmpty({
        id: partId(cost.id),
        service_id: serviceId,
        option: cost.channel,
        currency: cost.value === undefined ? undefined : (cost.currency ?? 'EUR'),
        amount: cost.value,
        amount_description: mainText(cost.description),
      }),
    ),
    required_documents: service.documents
      ?.filter(({ kind }) => kind === 'form' || kind === 'evidence')
      .map((document) =>
        withoutEmpty({
          id: partId(document.id),
          service_id: serviceId,
          document: mainText(document.title),
          uri: document.url,
        }),
      ),
  });
}

function organization(id: string, context: FormatContext): object {
  const held = organizationOf(context, id);
  const name = mainText(held?.title) ?? id;
  return withoutEmpty({
    id: uuidOf(organizationAddress(context, held?.id ?? id)),
    name,
    description: name,
    website: held?.homepage,
    legal_status: held?.kind,
  });
}

function location(place: ContactPoint, partId: (id: string) => string): object {
  const { address } = place;
  return withoutEmpty({
    id: partId(place.id),
    location_type: 'physical',
    name: mainText(place.title),
    latitude: address?.latitude,
    longitude: address?.longitude,
    addresses: address && [
      withoutEmpty({
        id: partId(`address-${place.id}`),
        address_1: address.text,
        city: address.municipality,
        postal_code: address.postCode,
        country: 'LV',
        address_type: 'physical',
      }),
    ],
    phones: place.phone === undefined ? undefined : [phoneOf(place, partId)],
    schedules: place.hours?.weekly?.map((span, nth) => ({
      id: partId(`hours-${place.id}-${nth}`),
      freq: 'WEEKLY',
      byday: span.days.map((day) => DAYS[day]).join(','),
      opens_at: span.opens,
      closes_at: span.closes,
    })),
  });
}

function phoneOf(contact: ContactPoint, partId: (id: string) => string): object {
  return { id: partId(`phone-${contact.id}`), number: contact.phone };
}

function distinct(places: readonly ContactPoint[]): ContactPoint[] {
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

/** The specification identifies everything by UUID: version 5 (RFC 9562) of an address. */
function uuidOf(address: string): string {
  const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const bytes = createHash('sha1').update(urlNamespace).update(address).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
