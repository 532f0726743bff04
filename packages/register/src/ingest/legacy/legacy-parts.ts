import type { ContactPoint, Document, LegalResource, Step } from '@pvp/contract';
import { parseLegalAct } from '../legal-act.ts';
import { parseOpeningHours } from '../opening-hours.ts';
import { withPartIds } from '../part-ids.ts';
import { isPlaceholder } from '../placeholder.ts';
import { addressFrom } from './legacy-channels.ts';
import type { StepText } from './legacy-costs.ts';
import { emailIn, isFields, listOf, textOf, urlOf, type Fields } from './legacy-fields.ts';
import { lineIn, plainLine, plainLines, richIn } from './legacy-text.ts';

const FORM =
  /^(?:iesniegum|pieteikum|pieprasījum|application)|veidlap|(?<!\p{L})(?:iesniegums|deklarācija|anketa|form)$/iu;
const SAMPLE = /paraug|sample/iu;
/** The former catalogue says in the title of a document which step needs it. */
const NEEDED_IN_STEP = /\(nepieciešams pakalpojuma solī: (\d+(?:, ?\d+)*)\)/iu;

/** Steps in their order; one that says nothing at all is left out. */
export function readSteps(page: Fields, lang: string): { steps: Step[]; texts: StepText[] } {
  const given = listOf(page['process'])
    .filter(isFields)
    .map((step, index) => ({
      id: `s${index + 1}`,
      number: typeof step['n'] === 'number' ? step['n'] : index + 1,
      title: isPlaceholder(textOf(step['title'])) ? undefined : lineIn(lang, step['title']),
      description: isPlaceholder(textOf(step['text'])) ? undefined : richIn(lang, step['text']),
      text: plainLines(step['text']),
    }))
    .sort((one, other) => one.number - other.number)
    .filter(({ title, description }) => title !== undefined || description !== undefined);
  return {
    steps: given.map(({ id, title, description }) => ({
      id,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
    })),
    texts: given.map(({ id, title, text }) => ({ id, title: title?.[lang] ?? '', text })),
  };
}

/** Forms and evidence; where a title names the step that needs it, the step names it too. */
export function readDocuments(page: Fields, steps: readonly Step[], lang: string): Document[] {
  const documents = listOf(page['documents']).flatMap((entry) => {
    const given = isFields(entry) ? entry : { title: entry };
    const title = plainLine(given['title'] ?? given['label'] ?? given['name']);
    if (title === '' || isPlaceholder(title)) return [];
    const url = urlOf(given['url']);
    return [{ kind: documentKind(title), title: { [lang]: title }, ...(url ? { url } : {}) }];
  });
  const withIds = withPartIds(documents, 'd');
  for (const { id, title } of withIds) {
    const numbers = NEEDED_IN_STEP.exec(title[lang] ?? '')?.[1]?.split(',') ?? [];
    for (const number of numbers) {
      const step = steps.find((each) => each.id === `s${Number(number)}`);
      if (step) step.documents = [...(step.documents ?? []), id];
    }
  }
  return withIds;
}

export function readLegalActs(page: Fields): LegalResource[] {
  const acts = listOf(page['legal_acts']).flatMap((entry) => {
    const given = isFields(entry) ? entry : { title: entry };
    const title = plainLine(given['title'] ?? given['name']);
    if (title === '' || isPlaceholder(title)) return [];
    const url = urlOf(given['url']);
    return [{ ...parseLegalAct(title), ...(url ? { url } : {}) }];
  });
  return withPartIds(acts, 'l').map((act) => ({ ...act, title: act.title.slice(0, 1000) }));
}

export function readContacts(page: Fields, lang: string): ContactPoint[] {
  const contacts = listOf(page['contacts'])
    .filter(isFields)
    .map((contact) => {
      const address = addressFrom(contact['address']);
      const hours = parseOpeningHours(plainLines(contact['hours']), lang);
      const title = lineIn(lang, contact['label'] ?? contact['title']);
      const phone = shortened(plainLine(contact['phone']));
      const fax = plainLine(contact['fax']);
      const email = emailIn(textOf(contact['email']));
      const url = urlOf(contact['url']);
      return {
        ...(title ? { title } : {}),
        ...(phone === '' || isPlaceholder(phone) ? {} : { phone }),
        // The contract has no fax; readers keep fields that they do not know.
        ...(fax === '' ? {} : { fax }),
        ...(email ? { email } : {}),
        ...(url ? { url } : {}),
        ...(address.text === '' || isPlaceholder(address.text) ? {} : { address }),
        ...(hours ? { hours } : {}),
      };
    });
  return withPartIds(
    contacts.filter((contact) => Object.keys(contact).length > 0),
    'k',
  );
}

function documentKind(title: string): Document['kind'] {
  if (SAMPLE.test(title)) return 'sample';
  return FORM.test(title.replace(NEEDED_IN_STEP, '').trim()) ? 'form' : 'evidence';
}

/** As many whole numbers as fit into the contract's field. */
function shortened(phone: string): string {
  let shown = phone;
  while (shown.length > 60) {
    const cut = Math.max(shown.lastIndexOf(';'), shown.lastIndexOf(','));
    shown = cut > 0 ? shown.slice(0, cut) : shown.slice(0, 60);
  }
  return shown;
}
