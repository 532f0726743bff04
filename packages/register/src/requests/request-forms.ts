/**
 * Which kinds of request are offered, and what each asks for. The usual forms are data
 * (`request-kinds.json`); forms that are registered override them, the nearest first.
 */
import type {
  LocalizedString,
  Profile,
  RequestAttribute,
  RequestAttributeValues,
  RequestForm,
  RequestKind,
  RequestKindList,
  Service,
} from '@pvp/contract';
import type { RegisterContents } from '../read-model/contents.ts';
import kindsFile from './request-kinds.json' with { type: 'json' };
import type { StoredRequest } from './request-model.ts';
import type { RequestSettings } from './request-settings.ts';

export type OfferedForm = RequestKindList['kinds'][number];

interface KindsFile {
  order: Readonly<Record<Profile, readonly RequestKind[]>>;
  forms: Readonly<Record<RequestKind, Omit<OfferedForm, 'kind'>>>;
  notice: { version: string; text: LocalizedString };
}

const KINDS = kindsFile as KindsFile;

/** Characters of a request, as the contract says. */
const TEXT_LENGTH = 3800;

/** Of whom something is asked. */
export interface RequestSubject {
  service?: Service | undefined;
  /** Id of an organization. */
  institution?: string | undefined;
}

/** The kinds that a profile offers for a subject, in order. */
export function offeredForms(
  contents: RegisterContents,
  profile: Profile,
  subject: RequestSubject,
): OfferedForm[] {
  return KINDS.order[profile].flatMap((kind) => {
    const registered = registeredForm(contents, kind, subject);
    if (registered?.offered === false) return [];
    return { kind, ...(registered ? fieldsOf(registered) : KINDS.forms[kind]) };
  });
}

/** What a form has to know before it is shown. */
export function requestKindList(
  contents: RegisterContents,
  profile: Profile,
  subject: RequestSubject,
  settings: RequestSettings,
): RequestKindList {
  const { attachments, difficulty } = settings;
  return {
    kinds: offeredForms(contents, profile, subject),
    notice: settings.notice ?? KINDS.notice,
    limits: {
      textLength: TEXT_LENGTH,
      attachments: attachments.count,
      attachmentBytes: attachments.bytes,
      mediaTypes: attachments.mediaTypes,
    },
    challenge: { difficulty },
  };
}

/** The title of a kind where no form is at hand. */
export function kindTitle(kind: RequestKind): LocalizedString {
  return KINDS.forms[kind].title;
}

/** The attributes of a request as people read them, in Latvian and in the order of the form. */
export function attributeRows(
  contents: RegisterContents,
  { kind, profile, institution, service }: StoredRequest,
  values: RequestAttributeValues | undefined,
): { title: string; value: string }[] {
  const held = service === undefined ? undefined : contents.resolve('service', service);
  const subject = { institution, service: held?.record as unknown as Service | undefined };
  const form = offeredForms(contents, profile, subject).find((offered) => offered.kind === kind);
  const rows: { title: string; value: string }[] = [];
  const left = new Map(Object.entries(values ?? {}));
  for (const attribute of form?.attributes ?? []) {
    const value = left.get(attribute.id);
    left.delete(attribute.id);
    if (value === undefined || value === '') continue;
    rows.push({ title: latvian(attribute.title) ?? attribute.id, value: shown(attribute, value) });
  }
  // The form has changed since.
  for (const [id, value] of left) rows.push({ title: id, value: String(value) });
  return rows;
}

function shown(attribute: RequestAttribute, value: RequestAttributeValues[string]): string {
  if (typeof value === 'boolean') return value ? 'Jā' : 'Nē';
  const title = (id: string) => {
    const choice = attribute.values?.find((each) => each.id === id);
    return (choice && latvian(choice.title)) ?? id;
  };
  return [value]
    .flat()
    .map((each) => title(String(each)))
    .join(', ');
}

function latvian(text: LocalizedString): string | undefined {
  return text['lv'] ?? Object.values(text)[0];
}

function fieldsOf(form: RequestForm): Omit<OfferedForm, 'kind'> {
  const { title, description, level, attributes } = form;
  return {
    title,
    ...(description && { description }),
    level: level ?? KINDS.forms[form.kind].level,
    attributes: attributes ?? [],
  };
}

/** The service's own form, else its institution's, else that of the country. */
function registeredForm(
  contents: RegisterContents,
  kind: RequestKind,
  { service, institution }: RequestSubject,
): RequestForm | undefined {
  const nearest: (RequestForm | undefined)[] = [undefined, undefined, undefined];
  for (const { record } of contents.all('request-form')) {
    const form = record as unknown as RequestForm;
    if (form.kind !== kind) continue;
    const owner =
      form.organization === undefined
        ? undefined
        : (contents.resolve('organization', form.organization)?.id ?? form.organization);
    if (owner !== undefined && owner !== institution) continue;
    const isOfService =
      service !== undefined &&
      (form.services ?? []).some((id) => contents.resolve('service', id)?.id === service.id);
    if (form.services !== undefined && !isOfService) continue;
    const tier = isOfService ? 0 : owner === undefined ? 2 : 1;
    const known = nearest[tier];
    if (known === undefined || form.id < known.id) nearest[tier] = form;
  }
  return nearest.find((form) => form !== undefined);
}
