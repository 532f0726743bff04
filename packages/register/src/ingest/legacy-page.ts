/**
 * Descriptions as collected from pages of institutions (`legacy-page`) → records of the contract.
 * The facts are read into their fields; the text is cleaned and never reworded.
 */
import type { Cost, Organization, Service, ServiceKind } from '@pvp/contract';
import { UnreadableField, type Warning } from './findings.ts';
import { findInstant } from './latvian-date.ts';
import { readChannels } from './legacy/legacy-channels.ts';
import { readCosts } from './legacy/legacy-costs.ts';
import { isFields, rawText, textOf, urlOf, type Fields } from './legacy/legacy-fields.ts';
import { organizationFromName, organizationIdFor } from './legacy/legacy-organization.ts';
import { readContacts, readDocuments, readLegalActs, readSteps } from './legacy/legacy-parts.ts';
import { needsRecipientNote, readRecipients } from './legacy/legacy-recipients.ts';
import { linkSections, readSections } from './legacy/legacy-sections.ts';
import { readTerms } from './legacy/legacy-terms.ts';
import { leadOf, plainLine, plainLines, richIn } from './legacy/legacy-text.ts';
import { withPartIds } from './part-ids.ts';
import { isPlaceholder } from './placeholder.ts';
import { expiredNotices } from './service-warnings.ts';
import { isId, slug } from './slug.ts';

/** What a page became. */
export interface LegacyRecords {
  service: Service;
  /** Made from the institution's name; to be written only where it is not registered yet. */
  organization: Organization | undefined;
  warnings: Warning[];
}

export interface LegacyOptions {
  /** Now, as an RFC 3339 instant. */
  at: string;
  /** The id of a registered organization of this name, where there is one. */
  findOrganization?: (name: string) => string | undefined;
}

/** Whether a value has the fields of a collected page. */
export function isLegacyPage(value: unknown): value is Fields {
  if (!isFields(value) || value['type'] !== undefined) return false;
  return ['source_url', 'platform', 'process'].every((field) => field in value);
}

/**
 * Reads one page. What belongs to the collection and not to the description is not taken over:
 * `notes`, `text_status`, `title_from`, `source_truncated`, `other_version_of`; nor `group`, which
 * marks copies of one service and is neither a classifier group nor a template.
 *
 * @throws UnreadableField where there is no title.
 */
export function readLegacyPage(page: Fields, options: LegacyOptions): LegacyRecords {
  const warnings: Warning[] = [];
  const lang = /^[a-z]{2,3}$/.test(textOf(page['language'])) ? textOf(page['language']) : 'lv';
  const title = plainLine(page['title']);
  if (title === '') throw new UnreadableField('/title', 'A description needs a title.');

  warnPlaceholders(page, warnings);
  const kind = readKind(page, warnings);
  const { institution, organization } = readInstitution(page, options, warnings);
  const sections = readSections(page, lang, warnings);
  const { steps, texts } = readSteps(page, lang);
  const documents = readDocuments(page, steps, lang);
  const { channels, links } = readChannels(page, lang, kind !== 'public-general', warnings);
  const costs = readCosts(page, texts, lang, warnings);
  const terms = readTerms(page, sections.term, texts, lang, warnings);

  const service: Service = withoutEmpty({
    type: 'service',
    id: readId(page, title),
    aliases: readAliases(page),
    kind,
    status: 'active',
    title: { [lang]: title },
    alternativeTitles: readAlternativeTitles(page, title, sections.alternativeTitles, lang),
    ...readSummary(page, lang, warnings),
    keywords: sections.keywords,
    ...(institution ? { holder: institution, providers: [institution] } : {}),
    ...readAudience(kind, institution, warnings),
    ...readRecipientFields(page, sections.recipient, kind, lang, warnings),
    channels: withPartIds(channels, 'ch'),
    // The currency has a default; a row of words alone needs none.
    costs: withPartIds(costs, 'c') as Cost[],
    terms: withPartIds(terms, 't'),
    steps,
    documents,
    sections: withPartIds([...sections.sections, ...linkSections(page, links, lang)], 'sec'),
    legalResources: readLegalActs(page),
    contacts: readContacts(page, lang),
    languages: [{ lang }],
    source: urlOf(page['source_url']),
    changedAt: findInstant(textOf(page['updated'])),
  });
  warnText(page, texts, options.at, warnings);
  return { service, organization, warnings };
}

function readId(page: Fields, title: string): string {
  if (isId(page['id'])) return page['id'];
  const id = slug(textOf(page['id']) || title);
  if (id === '') throw new UnreadableField('/id', 'Neither the id nor the title gives an id.');
  return id;
}

/**
 * The number under which the former catalogue knew the description, so that old links resolve. Of
 * a unified service `p` is the template, which many institutions share, and `s` is the own one.
 */
function readAliases(page: Fields): string[] {
  const ppk = page['ppk'];
  if (!isFields(ppk)) return [];
  const number = textOf(ppk['s']) || textOf(ppk['p']);
  const alias = `ppk-${number}`;
  return number !== '' && isId(alias) && alias !== page['id'] ? [alias] : [];
}

function readKind(page: Fields, warnings: Warning[]): ServiceKind {
  const text = plainLine(page['service_kind']).toLowerCase();
  const general = text.search(/vispārēj/u);
  const individual = text.search(/individuāl/u);
  if (/starpiestāž/u.test(text) && !/^publisk/u.test(text)) {
    return /individuāl/u.test(text) ? 'inter-restricted' : 'inter-shared';
  }
  if (general >= 0 && (individual < 0 || general < individual)) return 'public-general';
  if (individual < 0) {
    warnings.push({
      code: 'unknown-service-kind',
      field: '/service_kind',
      reason: `${JSON.stringify(text)} is no known kind of service; it was taken as a public one of individual benefit.`,
    });
  }
  return 'public-individual';
}

function readInstitution(
  page: Fields,
  { findOrganization }: LegacyOptions,
  warnings: Warning[],
): { institution: string | undefined; organization: Organization | undefined } {
  const name = plainLine(page['institution']);
  if (name === '' || isPlaceholder(name) || organizationIdFor(name) === 'org-') {
    warnings.push({
      code: 'missing-institution',
      field: '/institution',
      reason: 'The page names no institution: the service has no holder and no provider.',
    });
    return { institution: undefined, organization: undefined };
  }
  const known = findOrganization?.(name);
  if (known !== undefined) return { institution: known, organization: undefined };
  const id = organizationIdFor(name);
  const organization = organizationFromName(id, name, plainLine(page['institution_type']));
  return { institution: id, organization };
}

/** Who may see an `inter-restricted` service is told to nobody else where a page does not say it. */
function readAudience(
  kind: ServiceKind,
  institution: string | undefined,
  warnings: Warning[],
): Pick<Service, 'audience'> {
  if (kind !== 'inter-restricted') return {};
  warnings.push({
    code: 'missing-audience',
    field: '/service_kind',
    reason:
      'The page does not name the institutions that may see the service: its holder alone does.',
  });
  return institution ? { audience: [institution] } : {};
}

function readSummary(
  page: Fields,
  lang: string,
  warnings: Warning[],
): Pick<Service, 'summary' | 'description'> {
  const { lead, description } = leadOf(page['summary']);
  if (lead === '' || isPlaceholder(lead)) {
    warnings.push({
      code: 'missing-summary',
      field: '/summary',
      reason: 'The page has no summary: lists show the title alone.',
    });
    return {};
  }
  return {
    summary: { [lang]: lead.slice(0, 4000) },
    ...(description ? { description: { [lang]: description } } : {}),
  };
}

function readAlternativeTitles(
  page: Fields,
  title: string,
  more: readonly string[],
  lang: string,
): NonNullable<Service['alternativeTitles']> {
  const titles = new Set([plainLine(page['local_title']), ...more]);
  return [...titles]
    .filter((each) => each !== '' && each !== title)
    .map((each) => ({ [lang]: each }));
}

function readRecipientFields(
  page: Fields,
  description: string,
  kind: ServiceKind,
  lang: string,
  warnings: Warning[],
): Pick<Service, 'recipients' | 'recipientNote'> {
  const raw = plainLines(rawText(page['recipient']));
  const stated = isPlaceholder(raw) ? '' : raw;
  const recipients = stated !== '' ? readRecipients(stated) : readRecipients(description);
  const noted = [needsRecipientNote(stated) || kind === 'public-general' ? stated : '', description]
    .filter((text) => text !== '')
    .join('\n');
  const note = richIn(lang, noted);
  const isGeneral = kind === 'public-general';
  if (recipients.length === 0 && kind === 'public-individual') {
    warnings.push({
      code: 'missing-recipient',
      field: '/recipient/raw',
      reason:
        'The page does not say for whom the service is, so its mandatory catalogue is unknown.',
    });
  }
  return {
    // A service for society as a whole has no recipients; what the page says stays as a note.
    ...(recipients.length > 0 && !isGeneral ? { recipients } : {}),
    ...(note ? { recipientNote: note } : {}),
  };
}

function warnPlaceholders(page: Fields, warnings: Warning[]): void {
  for (const name of ['price', 'term', 'recipient']) {
    const raw = isFields(page[name]) ? page[name]['raw'] : page[name];
    if (typeof raw !== 'string' || !isPlaceholder(raw)) continue;
    warnings.push({
      code: 'placeholder-value',
      field: `/${name}/raw`,
      reason: `${JSON.stringify(raw)} is no value; the field was left out.`,
    });
  }
}

function warnText(
  page: Fields,
  steps: readonly { text: string }[],
  at: string,
  warnings: Warning[],
): void {
  const summary = plainLines(page['summary']);
  if (page['source_truncated'] === true || /(?:\.{3}|…)$/.test(summary)) {
    warnings.push({
      code: 'truncated-source',
      field: '',
      reason: 'The page was cut off where it was collected: the description is not whole.',
    });
  }
  warnings.push(...expiredNotices(summary, '/summary', at));
  steps.forEach(({ text }, index) => {
    warnings.push(...expiredNotices(text, `/process/${index}/text`, at));
  });
}

/** The fields without those that hold nothing. */
function withoutEmpty<T extends object>(fields: T): T {
  const held = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(held) as T;
}
