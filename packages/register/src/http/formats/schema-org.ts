/** A service as schema.org's GovernmentService, as search engines read it. */
import type { Address, Channel, Service } from '@pvp/contract';
import {
  localizedPlainText,
  mainText,
  organizationAddress,
  organizationOf,
  serviceAddress,
  withoutEmpty,
  type FormatContext,
} from './format-context.ts';

const AUDIENCES: Readonly<Record<string, string>> = {
  resident: 'PeopleAudience',
  business: 'BusinessAudience',
};

export function schemaOrgService(service: Service, context: FormatContext): object {
  const costs = service.costs?.filter(({ value }) => value !== undefined);
  return {
    '@context': 'https://schema.org',
    ...withoutEmpty({
      '@type': 'GovernmentService',
      '@id': serviceAddress(context, service.id),
      identifier: service.id,
      name: mainText(service.title),
      alternateName: service.alternativeTitles?.map(mainText).filter(Boolean),
      description: mainText(service.summary) ?? mainText(localizedPlainText(service.description)),
      keywords: service.keywords?.join(', '),
      serviceOperator: organization(service.holder, context),
      provider: service.providers?.map((id) => organization(id, context)),
      areaServed: organizationOf(context, service.holder)?.territory ?? 'Latvija',
      audience: service.recipients?.map((recipient) => ({
        '@type': AUDIENCES[recipient] ?? 'Audience',
        audienceType: recipient,
      })),
      availableChannel: service.channels?.map(channel),
      offers: costs?.map((cost) =>
        withoutEmpty({
          '@type': 'Offer',
          price: cost.value,
          priceCurrency: cost.currency ?? 'EUR',
          description: mainText(cost.description),
        }),
      ),
      serviceOutput: service.outputs?.map(({ title }) => ({
        '@type': 'Thing',
        name: mainText(title),
      })),
    }),
  };
}

function organization(id: string | undefined, context: FormatContext): object | undefined {
  if (id === undefined) return undefined;
  const held = organizationOf(context, id);
  return withoutEmpty({
    '@type': 'GovernmentOrganization',
    '@id': organizationAddress(context, held?.id ?? id),
    name: mainText(held?.title) ?? id,
    url: held?.homepage,
  });
}

function channel(from: Channel): object {
  return withoutEmpty({
    '@type': 'ServiceChannel',
    name: mainText(from.title) ?? from.kind,
    serviceUrl: from.url,
    servicePhone: from.phone && { '@type': 'ContactPoint', telephone: from.phone },
    availableLanguage: from.languages,
    serviceLocation: from.places
      ?.filter((place) => place.address !== undefined)
      .map((place) =>
        withoutEmpty({
          '@type': 'Place',
          name: mainText(place.title),
          telephone: place.phone,
          address: address(place.address!),
        }),
      ),
  });
}

function address({ text, municipality, postCode }: Address): object {
  return withoutEmpty({
    '@type': 'PostalAddress',
    streetAddress: text,
    addressLocality: municipality,
    postalCode: postCode,
    addressCountry: 'LV',
  });
}
