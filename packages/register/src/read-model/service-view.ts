/**
 * One service as everybody may read it: which description an id leads to, and what follows for it
 * from other objects.
 */
import type {
  GoneSubject,
  LocalizedString,
  ObjectLink,
  Organization,
  Service,
  ServiceDerived,
  WorkItem,
} from '@pvp/contract';
import { listed } from '@pvp/sdk/model';
import type { RegisterContents } from './contents.ts';
import { namesOf } from './contents.ts';

type ResolvedFrom = NonNullable<ServiceDerived['resolvedFrom']>;

export type FoundService =
  | { state: 'found'; service: Service; resolvedFrom: ResolvedFrom | undefined }
  | { state: 'gone'; subject: GoneSubject }
  | { state: 'unknown' };

/** Follows aliases and mergers to the description that holds now. */
export function findService(contents: RegisterContents, idOrAlias: string): FoundService {
  const work = contents.resolve('work-item', idOrAlias)?.record as unknown as WorkItem | undefined;
  let service = serviceBehind(contents, idOrAlias);
  let resolvedFrom: ResolvedFrom | undefined;
  if (service === undefined && work !== undefined) {
    service = serviceBehind(contents, work.mergedInto);
    resolvedFrom = { id: idOrAlias, reason: 'merged', title: work.title };
  } else if (service !== undefined && service.id !== idOrAlias) {
    resolvedFrom = { id: idOrAlias, reason: 'alias' };
  }
  const seen = new Set<string>();
  while (service?.status === 'merged' && !seen.has(service.id)) {
    seen.add(service.id);
    const successor = successorOf(contents, service);
    if (successor === undefined) return { state: 'gone', subject: goneSubject(contents, service) };
    resolvedFrom = { id: idOrAlias, reason: 'merged', title: service.title };
    service = successor;
  }
  if (service === undefined) return { state: 'unknown' };
  if (service.status === 'retired' || service.status === 'merged') {
    return { state: 'gone', subject: goneSubject(contents, service) };
  }
  return { state: 'found', service, resolvedFrom };
}

/** The description with `derived`. */
export function serviceWithDerived(
  contents: RegisterContents,
  service: Service,
  resolvedFrom: ResolvedFrom | undefined,
): Service {
  const outages = contents.outagesOf(service.id);
  const instances = instancesOf(contents, service);
  const derived: ServiceDerived = {
    objects: linkedObjects(contents, service),
    ...(outages.length > 0 && { outages }),
    ...(instances.length > 0 && { instances }),
    ...(resolvedFrom && { resolvedFrom }),
  };
  return { ...service, derived };
}

function linkedObjects(contents: RegisterContents, service: Service): Record<string, ObjectLink> {
  const objects: Record<string, ObjectLink> = {};
  const add = (kind: string, id: string) => {
    const held = contents.resolve(kind, id);
    const title = held?.record['title'] as LocalizedString | undefined;
    if (held === undefined || title === undefined) return;
    const link: ObjectLink = { title };
    if (kind === 'service') link.status = (held.record as unknown as Service).status;
    const { homepage } = held.record as unknown as Organization;
    if (kind === 'organization' && homepage) link.url = homepage;
    // Under the name that the description uses, so that readers find it without resolving.
    objects[`${kind}/${id}`] = link;
  };
  for (const name of namesOf(service)) {
    const slash = name.indexOf('/');
    add(name.slice(0, slash), name.slice(slash + 1));
  }
  for (const id of contents.lifeEventsOf(service)) add('life-event', id);
  if (service.checkedBy) add('organization', service.checkedBy);
  for (const id of service.related ?? []) add('service', id);
  if (service.successor) add('service', service.successor);
  return objects;
}

function instancesOf(contents: RegisterContents, service: Service) {
  if (service.template === undefined) return [];
  const template = contents.resolve('service-template', service.template)?.id ?? service.template;
  return contents
    .servicesNaming('service-template', template)
    .filter(listed)
    .flatMap(({ id, holder, providers }) => {
      const institution = holder ?? providers?.[0];
      if (institution === undefined) return [];
      const organization = contents.resolve('organization', institution);
      const title = organization?.record['title'] as LocalizedString | undefined;
      return [
        { id, institution: organization?.id ?? institution, title: title ?? { lv: institution } },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function goneSubject(contents: RegisterContents, service: Service): GoneSubject {
  const successor = successorOf(contents, service);
  return {
    id: service.id,
    title: service.title,
    ...(service.statusNote && { statusNote: service.statusNote }),
    ...(successor && { successor: { id: successor.id, title: successor.title } }),
  };
}

function successorOf(contents: RegisterContents, service: Service): Service | undefined {
  return service.successor === undefined ? undefined : serviceBehind(contents, service.successor);
}

function serviceBehind(contents: RegisterContents, idOrAlias: string): Service | undefined {
  return contents.resolve('service', idOrAlias)?.record as unknown as Service | undefined;
}
