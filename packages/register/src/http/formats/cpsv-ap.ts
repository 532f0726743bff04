/** A service as CPSV-AP 3.2 linked data (JSON-LD with its context inside). */
import type { Channel, ContactPoint, Cost, LocalizedString, Service } from '@pvp/contract';
import { isoDuration } from './duration.ts';
import {
  localizedPlainText,
  organizationAddress,
  organizationOf,
  serviceAddress,
  withoutEmpty,
  type FormatContext,
} from './format-context.ts';

const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

export function cpsvApService(service: Service, context: FormatContext): object {
  const address = serviceAddress(context, service.id);
  const part = (id: string) => `${address}#${id}`;
  const description = localizedPlainText(service.description) ?? service.summary ?? service.title;
  const { contents } = context;
  const titled = (kind: string, id: string, type: string) => {
    const title = contents.resolve(kind, id)?.record['title'] as LocalizedString | undefined;
    return withoutEmpty({
      '@id': `${context.origin}/v1/${kind}/${id}`,
      '@type': type,
      'dct:identifier': id,
      'dct:title': texts(title),
    });
  };
  return {
    '@context': CONTEXT,
    ...withoutEmpty({
      '@id': address,
      '@type': 'cpsv:PublicService',
      'dct:identifier': service.id,
      'dct:title': texts(service.title),
      'dct:alternative': service.alternativeTitles?.flatMap((title) => texts(title) ?? []),
      'dct:description': texts(description),
      'dcat:keyword': service.keywords?.map((word) => ({ '@value': word, '@language': 'lv' })),
      'dct:language': Object.keys(service.title),
      'dct:modified': service.changedAt && {
        '@value': service.changedAt,
        '@type': 'xsd:dateTime',
      },
      'adms:status': service.status,
      'cv:hasCompetentAuthority': service.holder && authority(service.holder, context),
      'cv:ownedBy': service.holder && { '@id': organizationAddress(context, service.holder) },
      'cv:hasParticipation': service.providers?.map((id) => ({
        '@type': 'cv:Participation',
        'cv:role': 'provider',
        'cv:playedBy': authority(id, context),
      })),
      'cv:isGroupedBy': contents
        .lifeEventsOf(service)
        .map((id) => titled('life-event', id, 'cv:LifeEvent')),
      'cv:thematicArea': service.groups?.map((id) => titled('service-group', id, 'skos:Concept')),
      'cv:hasChannel': service.channels?.map((channel) => channelOf(channel, part)),
      'cv:hasCost': service.costs?.map((cost) => costOf(cost, part)),
      'cv:processingTime': service.terms
        ?.map(({ min, max, unit }) => unit && isoDuration(max ?? min ?? Number.NaN, unit))
        .filter((duration) => duration !== undefined)
        .map((duration) => ({ '@value': duration, '@type': 'xsd:duration' })),
      'cpsv:hasInput': service.documents
        ?.filter(({ kind }) => kind === 'form' || kind === 'evidence')
        .map((document) =>
          withoutEmpty({
            '@id': part(document.id),
            '@type': 'cv:Evidence',
            'dct:identifier': document.id,
            'dct:type': document.kind,
            'dct:title': texts(document.title),
            'dct:description': texts(localizedPlainText(document.description)),
            'foaf:page': document.url && { '@id': document.url },
          }),
        ),
      'cpsv:produces': service.outputs?.map((output) =>
        withoutEmpty({
          '@id': part(output.id),
          '@type': 'cv:Output',
          'dct:identifier': output.id,
          'dct:title': texts(output.title),
          'dct:description': texts(localizedPlainText(output.description)),
        }),
      ),
      'cv:hasLegalResource': service.legalResources?.map((act) =>
        withoutEmpty({
          '@id': act.url ?? part(act.id),
          '@type': 'eli:LegalResource',
          'dct:identifier': act.number,
          'dct:title': act.title,
          'dct:issued': act.date && { '@value': act.date, '@type': 'xsd:date' },
        }),
      ),
      'cv:hasContactPoint': service.contacts?.map((contact) => contactOf(contact, part)),
      'dct:relation': service.related
        ?.filter((id) => contents.resolve('service', id) !== undefined)
        .map((id) => ({ '@id': serviceAddress(context, id) })),
    }),
  };
}

function authority(id: string, context: FormatContext): object {
  const organization = organizationOf(context, id);
  return withoutEmpty({
    '@id': organizationAddress(context, organization?.id ?? id),
    '@type': 'cv:PublicOrganisation',
    'dct:identifier': organization?.registrationNumber ?? id,
    'skos:prefLabel': texts(organization?.title),
    'dct:spatial':
      organization?.territory ?? 'http://publications.europa.eu/resource/authority/country/LVA',
    'foaf:homepage': organization?.homepage && { '@id': organization.homepage },
  });
}

function channelOf(channel: Channel, part: (id: string) => string): object {
  return withoutEmpty({
    '@id': part(channel.id),
    '@type': 'cv:Channel',
    'dct:identifier': channel.id,
    'dct:type': channel.kind,
    'dct:title': texts(channel.title),
    'dct:description': texts(localizedPlainText(channel.description)),
    'foaf:page': channel.url && { '@id': channel.url },
    'cv:hasContactPoint': channel.places?.map((place) => contactOf(place, part)),
  });
}

function costOf(cost: Cost, part: (id: string) => string): object {
  return withoutEmpty({
    '@id': part(cost.id),
    '@type': 'cv:Cost',
    'dct:identifier': cost.id,
    'cv:value': cost.value,
    'cv:currency': cost.value === undefined ? undefined : (cost.currency ?? 'EUR'),
    'dct:description': texts(cost.description),
    'cv:ifAccessedThrough': cost.channel && { '@id': part(cost.channel) },
  });
}

function contactOf(contact: ContactPoint, part: (id: string) => string): object {
  return withoutEmpty({
    '@id': part(contact.id),
    '@type': 'cv:ContactPoint',
    'dct:title': texts(contact.title),
    'cv:email': contact.email,
    'cv:telephone': contact.phone,
    'cv:contactPage': contact.url && { '@id': contact.url },
    'locn:address': contact.address && {
      '@type': 'locn:Address',
      'locn:fullAddress': contact.address.text,
      ...(contact.address.postCode && { 'locn:postCode': contact.address.postCode }),
    },
  });
}

function texts(localized: LocalizedString | undefined): object[] | undefined {
  if (localized === undefined) return undefined;
  return Object.entries(localized).map(([lang, text]) => ({ '@value': text, '@language': lang }));
}
