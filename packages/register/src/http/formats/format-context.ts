import type { LocalizedRichText, LocalizedString, Organization } from '@pvp/contract';
import { plainText } from '../../ingest/rich-text/plain-text.ts';
import type { RegisterContents } from '../../read-model/contents.ts';

/** What the other forms of a service need beside the description. */
export interface FormatContext {
  /** Origin of the register, without a slash at the end. */
  origin: string;
  contents: RegisterContents;
}

export function serviceAddress({ origin }: FormatContext, id: string): string {
  return `${origin}/v1/services/${id}`;
}

export function organizationAddress({ origin }: FormatContext, id: string): string {
  return `${origin}/v1/organizations/${id}`;
}

export function organizationOf(
  { contents }: FormatContext,
  id: string | undefined,
): Organization | undefined {
  if (id === undefined) return undefined;
  return contents.resolve('organization', id)?.record as unknown as Organization | undefined;
}

/** The words of rich text by language. */
export function localizedPlainText(
  rich: LocalizedRichText | undefined,
): LocalizedString | undefined {
  if (rich === undefined) return undefined;
  return Object.fromEntries(Object.entries(rich).map(([lang, tree]) => [lang, plainText(tree)]));
}

/** Latvian, or the first language that there is. */
export function mainText(localized: LocalizedString | undefined): string | undefined {
  return localized?.['lv'] ?? (localized && Object.values(localized)[0]);
}

/** The object without empty facts. */
export function withoutEmpty(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
