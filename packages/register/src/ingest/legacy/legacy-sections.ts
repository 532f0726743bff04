import type { RichText, RichTextElement, RichTextNode, TextSection } from '@pvp/contract';
import type { Warning } from '../findings.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isFields, listOf, rawText, textOf, type Fields } from './legacy-fields.ts';
import type { PageLink } from './legacy-channels.ts';
import { TERM_SECTION } from './legacy-terms.ts';
import { pageText, plainLine, plainLines, richIn } from './legacy-text.ts';

type SectionPart = Omit<TextSection, 'id'>;

/** What the sections of a page say, by where the contract has a place for it. */
export interface ReadSections {
  sections: SectionPart[];
  /** The term in words. */
  term: string;
  /** Who may receive the service, in words. */
  recipient: string;
  alternativeTitles: string[];
  keywords: string[];
}

/** Parts of the site around a description. */
const FURNITURE = /^(?:captcha|sīkdat|cookies)/iu;
const PAYMENTS = /^Maksājumi$/iu;
const RECIPIENT = /saņēmēj\p{L}* aprakst/iu;
const NAME = /^Pakalpojuma nosaukums$/iu;
const LIFE_EVENT = /^Dzīves situācij/iu;
const INSTITUTION = /^Pakalpojum[au] (?:turētāj\p{L}*(?: nosaukums)?|sniedzēj\p{L}*)$/iu;
const ROLES: readonly (readonly [RegExp, TextSection['role']])[] = [
  [/^pārsūdz|^apstrīd|^appeal/iu, 'appeal'],
  [/^atgādinājum|^reminder/iu, 'reminder'],
  [/^brīdinājum|^warning/iu, 'warning'],
  [/^ierobežojum|^restriction/iu, 'restriction'],
];

export function readSections(page: Fields, lang: string, warnings: Warning[]): ReadSections {
  const read: ReadSections = {
    sections: [],
    term: '',
    recipient: '',
    alternativeTitles: [],
    keywords: [],
  };
  addRestriction(page, lang, read, warnings);
  const given = isFields(page['other_sections']) ? page['other_sections'] : {};
  for (const [title, content] of Object.entries(given)) {
    addSection(page, title, content, lang, read, warnings);
  }
  return read;
}

/** Titles of other services, and links that lead elsewhere, as sections of their own. */
export function linkSections(
  page: Fields,
  links: readonly PageLink[],
  lang: string,
): SectionPart[] {
  const related = listOf(page['related'])
    .map(linkFrom)
    .filter(({ title }) => title !== '');
  return [
    ...listSection(related, lang, lang === 'en' ? 'Related services' : 'Saistītie pakalpojumi'),
    ...listSection(links, lang, lang === 'en' ? 'Links' : 'Saites'),
  ];
}

function addRestriction(page: Fields, lang: string, read: ReadSections, warnings: Warning[]): void {
  const raw = rawText(page['restrictions']);
  if (raw === '') return;
  if (isPlaceholder(raw)) {
    warnings.push(placeholder('/restrictions/raw', raw));
    return;
  }
  const content = richIn(lang, raw);
  if (content) read.sections.push({ role: 'restriction', content });
}

function addSection(
  page: Fields,
  title: string,
  content: unknown,
  lang: string,
  read: ReadSections,
  warnings: Warning[],
): void {
  const field = `/other_sections/${title.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const words = plainLines(content);
  if (FURNITURE.test(title)) {
    warnings.push({
      code: 'page-furniture',
      field,
      reason: 'This belongs to the site, not to the description of the service; it was left out.',
    });
    return;
  }
  // Rows of payments have been read as costs.
  if (PAYMENTS.test(title) && isFields(content)) return;
  if (!isFields(content) && !Array.isArray(content) && isPlaceholder(words)) {
    warnings.push(placeholder(field, textOf(content)));
    return;
  }
  const cut = page['source_truncated'] === true && words.length < 8 && typeof content === 'string';
  if (cut) {
    warnings.push({
      code: 'truncated-source',
      field,
      reason: `Only ${JSON.stringify(words)} is left of this section; it was left out.`,
    });
    return;
  }
  const lines = Array.isArray(content) ? content.map(plainLine).join('\n') : words;
  if (TERM_SECTION.test(title) && typeof content === 'string') read.term = words;
  else if (RECIPIENT.test(title)) read.recipient = lines;
  else if (NAME.test(title)) addTitle(page, lines, read);
  else if (LIFE_EVENT.test(title)) read.keywords.push(withoutStop(lines));
  else if (!(INSTITUTION.test(title) && sameWords(lines, textOf(page['institution'])))) {
    const tree = contentTree(content);
    if (tree.children.length === 0) return;
    const role = ROLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
    read.sections.push({ role, title: { [lang]: plainLine(title) }, content: { [lang]: tree } });
  }
}

function addTitle(page: Fields, words: string, read: ReadSections): void {
  const title = withoutStop(words);
  if (!sameWords(title, plainLine(page['title']))) read.alternativeTitles.push(title);
}

function contentTree(content: unknown): RichText {
  if (Array.isArray(content)) {
    const items = content.map((item) => inlineOf(pageText(item))).filter((item) => item.length > 0);
    return root(
      items.length > 0
        ? [
            element(
              'ul',
              items.map((item) => element('li', item)),
            ),
          ]
        : [],
    );
  }
  if (isFields(content)) return root(tableOf(content));
  return pageText(content);
}

/** A table as collected: titles of columns and rows of cells. */
function tableOf(content: Fields): RichTextElement[] {
  const [columns, rows] = ['Kolonnas', 'Rindas'].map((name) => listOf(content[name]));
  if (!rows || rows.length === 0) {
    return Object.entries(content).flatMap(([name, value]) => {
      const words = Array.isArray(value) ? value.map(plainLine).join('; ') : plainLine(value);
      return words === '' ? [] : [element('p', [text(`${plainLine(name)}: ${words}`)])];
    });
  }
  const row = (cells: unknown, tagName: 'td' | 'th'): RichTextElement =>
    element(
      'tr',
      listOf(cells).map((cell) => element(tagName, inlineOf(pageText(cell)))),
    );
  const head = columns && columns.length > 0 ? [element('thead', [row(columns, 'th')])] : [];
  return [
    element('table', [
      ...head,
      element(
        'tbody',
        rows.map((cells) => row(cells, 'td')),
      ),
    ]),
  ];
}

function linkFrom(value: unknown): PageLink {
  if (!isFields(value)) return { title: plainLine(value), url: undefined };
  return {
    title: plainLine(value['title'] ?? value['label']),
    url: textOf(value['url']) || undefined,
  };
}

function listSection(links: readonly PageLink[], lang: string, title: string): SectionPart[] {
  if (links.length === 0) return [];
  const items = links.map(({ title: shown, url }) => {
    const href =
      url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? url : undefined;
    const children = [text(shown)];
    return element('li', href ? [{ ...element('a', children), properties: { href } }] : children);
  });
  return [
    { role: 'other', title: { [lang]: title }, content: { [lang]: root([element('ul', items)]) } },
  ];
}

/** The inline content of a text of one paragraph; blocks where it has more. */
function inlineOf(tree: RichText): RichTextNode[] {
  const [first, ...rest] = tree.children;
  const isParagraph = first?.type === 'element' && first.tagName === 'p';
  return isParagraph && rest.length === 0 ? first.children : tree.children;
}

function placeholder(field: string, value: string): Warning {
  return {
    code: 'placeholder-value',
    field,
    reason: `${JSON.stringify(value)} is no value; the field was left out.`,
  };
}

function sameWords(one: string, other: string): boolean {
  return withoutStop(plainLine(one)).toLowerCase() === withoutStop(plainLine(other)).toLowerCase();
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}

function root(children: RichTextElement[]): RichText {
  return { type: 'root', children };
}

function text(value: string): RichTextNode {
  return { type: 'text', value };
}

function element(tagName: RichTextElement['tagName'], children: RichTextNode[]): RichTextElement {
  return { type: 'element', tagName, children };
}
