/** What a form asks for, whether the answers can be used, and the request that they make. */
import type {
  LocalizedString,
  RequestAttribute,
  RequestAttributeValues,
  RequestContact,
  RequestKind,
  RequestKindList,
} from '@pvp/contract';
import type { RequestBody, RequestDraft } from '@pvp/sdk/requests';
import type { Fault, FormMessages } from './translations/form-messages.ts';

/** The form of one kind. */
export type KindForm = RequestKindList['kinds'][number];

export type AttributeValue = RequestAttributeValues[string];

/** A field of the form and what is wrong with it. The field is also the id of its control. */
export interface FieldError {
  field: string;
  /** Name of the field, where the text does not say what it is about. */
  label?: LocalizedString;
  text(texts: FormMessages): string;
}

export const PAGES = ['kind', 'details', 'contact', 'check'] as const;

/** A page that is filled in. */
export type FormPage = (typeof PAGES)[number];

const LINE_LENGTH = 200;
const NAME_LENGTH = 120;

/** The id of the control of an attribute. */
export function attributeField(id: string): string {
  return `attribute-${id}`;
}

export function formOf(form: RequestKindList, kind: RequestKind | undefined): KindForm | undefined {
  return form.kinds.find((offered) => offered.kind === kind);
}

export function isFilledIn({ text, attributes, kind }: RequestDraft, files: number): boolean {
  return !!(kind || text.trim() || Object.keys(attributes).length || files);
}

/** What is wrong on one page. */
export function faultsOn(
  page: FormPage,
  form: RequestKindList,
  { kind, text, attributes }: RequestDraft,
  contact: RequestContact,
): FieldError[] {
  switch (page) {
    case 'kind':
      return formOf(form, kind) ? [] : [fault('kind', 'kind')];
    case 'details': {
      const most = form.limits.textLength;
      const asked = formOf(form, kind)?.attributes ?? [];
      return [
        ...(text.trim() === '' ? [fault('text', 'text')] : []),
        ...(text.trim().length > most
          ? [{ field: 'text', text: ({ errors }: FormMessages) => errors.tooLong(most) }]
          : []),
        ...asked.flatMap((attribute) => {
          const found = attributeFault(attribute, attributes[attribute.id]);
          return found ? [fault(attributeField(attribute.id), found, attribute.title)] : [];
        }),
      ];
    }
    case 'contact':
      return contactFaults(contact);
    case 'check':
      return [];
  }
}

/** The request without its files; absent answers are left out. */
export function bodyOf(
  { kind, text, attributes }: RequestDraft,
  form: RequestKindList,
  around: Pick<RequestBody, 'profile' | 'serviceId' | 'institutionId' | 'lang' | 'website'> & {
    contact: RequestContact;
  },
): RequestBody {
  const { contact, ...rest } = around;
  const asked = formOf(form, kind)?.attributes ?? [];
  const values = asked.flatMap(({ id }) => {
    const value = attributes[id];
    return value === undefined || isEmpty(value) ? [] : [[id, value] as const];
  });
  const given = Object.entries(contact).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    return trimmed ? [[name, trimmed] as const] : [];
  });
  return {
    ...rest,
    kind: kind!,
    text: text.trim(),
    noticeVersion: form.notice.version,
    ...(values.length > 0 && { attributes: Object.fromEntries(values) }),
    ...(given.length > 0 && { contact: Object.fromEntries(given) }),
  };
}

/** The field of the form that a JSON Pointer of a refusal is about; undefined: none of them. */
export function fieldOf(pointer: string): string | undefined {
  const [, first = '', second = ''] = pointer.split('/');
  if (first === 'attributes') return attributeField(second.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (first === 'contact') return /^(name|email|phone)$/.test(second) ? second : 'email';
  if (first === 'attachments') return 'files';
  return /^(kind|text)$/.test(first) ? first : undefined;
}

/** The page on which a field stands. */
export function pageOf(field: string): FormPage {
  if (field === 'kind') return 'kind';
  if (/^(name|email|phone)$/.test(field)) return 'contact';
  return field === 'send' ? 'check' : 'details';
}

export function fault(field: string, what: Fault, label?: LocalizedString): FieldError {
  return { field, text: ({ errors }) => errors[what], ...(label && { label }) };
}

function attributeFault(
  { type, required }: RequestAttribute,
  value: AttributeValue | undefined,
): Fault | undefined {
  if (isEmpty(value)) return required ? 'required' : undefined;
  switch (type) {
    case 'line':
      return String(value).length > LINE_LENGTH ? 'line-too-long' : undefined;
    case 'number':
      return typeof value === 'number' ? undefined : 'number';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? undefined : 'date';
    case 'instant':
      return Number.isNaN(Date.parse(String(value))) ? 'date' : undefined;
    default:
      return undefined;
  }
}

function contactFaults({ name = '', email = '', phone = '' }: RequestContact): FieldError[] {
  return [
    ...(name.trim().length > NAME_LENGTH ? [fault('name', 'name')] : []),
    ...(email.trim() && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim())
      ? [fault('email', 'email')]
      : []),
    ...(phone.trim() && !/^[0-9+() ./-]{3,40}$/.test(phone.trim())
      ? [fault('phone', 'phone')]
      : []),
  ];
}

function isEmpty(value: AttributeValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
