/**
 * Sample services in any number, for benchmarks and for tests of size. The same count and seed
 * give the same records, one after the other, without holding them all in memory.
 */
import type { Management, Service } from '@pvp/contract';
import {
  groupId,
  institutionsFor,
  INTER_FIELDS,
  needId,
  PUBLIC_FIELDS,
  templateAt,
  templateCount,
} from './generated-objects.ts';
import type { Institution } from './generated-objects.ts';
import {
  channels,
  costs,
  documents,
  legalResources,
  sections,
  steps,
  terms,
} from './generated-parts.ts';
import type { Subject } from './generated-parts.ts';
import {
  capitalise,
  englishTitle,
  inCase,
  matter,
  titlePhrase,
  titleWords,
} from './generated-title.ts';
import type { TitleWords } from './generated-title.ts';
import type { Field, Outcome } from './lexicon.ts';
import { chooserFor } from './random.ts';
import type { Chooser } from './random.ts';
import { paragraph, richText } from './rich-text-tree.ts';

export { generateObjects } from './generated-objects.ts';
export type { GeneratedObject } from './generated-objects.ts';

/** A generated service with its management half, in the shape of the contract. */
export type GeneratedService = Service & { management: Management };

/** Every field as often as its share says; `nth` counts the field's earlier places. */
const WHEEL: readonly { field: Field; nth: number }[] = [...PUBLIC_FIELDS, ...INTER_FIELDS].flatMap(
  (field) => Array.from({ length: field.share }, (_, nth) => ({ field, nth })),
);
/** Neighbours in the list come from different fields: the wheel is walked in steps of this. */
const WHEEL_STEP = 7;

/** One in so many services that are no instance of a unified service is of general benefit. */
const GENERAL_EVERY = 25;

const idAt = (index: number) => `G-${String(index + 1).padStart(6, '0')}`;

/**
 * `count` services, in the shape of the contract and marked as sample data. They refer to what
 * `generateObjects(count, {seed})` gives. A third are instances of unified services.
 *
 * @param count 300, 5,000 and 50,000 are the sizes in use; any other works.
 */
export function* generateServices(
  count: number,
  options: { seed?: number } = {},
): Generator<GeneratedService, void, undefined> {
  const { seed = 1 } = options;
  const { municipalities, agencies } = institutionsFor(count);
  const templates = templateCount(count, municipalities.length);

  for (let index = 0; index < count; index += 1) {
    const chooser = chooserFor(seed, index);
    if (index % 3 === 2) {
      const instance = Math.floor(index / 3);
      const { id: template, words } = templateAt(instance % templates, seed);
      const round = Math.floor(instance / templates);
      const place = ((instance % templates) * 5 + round) % municipalities.length;
      const institution = municipalities[place] as Institution;
      const service = describe({ words, institution, requestable: true }, index, chooser);
      yield { ...service, template };
      continue;
    }
    const ordinal = Math.floor(index / 3) * 2 + (index % 3);
    const words = standaloneWords(ordinal, seed);
    const local = !words.field.inter && chooser.chance(85);
    const institution = chooser.pick(local ? municipalities : agencies);
    if (words.field.inter) yield interService(words, institution, index, chooser, municipalities);
    else if (ordinal % GENERAL_EVERY === GENERAL_EVERY - 1) {
      yield generalService(words, institution, index, chooser);
    } else yield describe({ words, institution, requestable: true }, index, chooser);
  }
}

function standaloneWords(ordinal: number, seed: number): TitleWords {
  const place = WHEEL[(ordinal * WHEEL_STEP) % WHEEL.length] as (typeof WHEEL)[number];
  const round = Math.floor(ordinal / WHEEL.length);
  return titleWords(place.field, round * place.field.share + place.nth, seed);
}

function interService(
  words: TitleWords,
  institution: Institution,
  index: number,
  chooser: Chooser,
  municipalities: readonly Institution[],
): GeneratedService {
  const service = describe({ words, institution, requestable: true }, index, chooser);
  if (!chooser.chance(30)) return { ...service, kind: 'inter-shared' };
  const audience = [...new Set([chooser.pick(municipalities).id, chooser.pick(municipalities).id])];
  return { ...service, kind: 'inter-restricted', audience };
}

function generalService(
  words: TitleWords,
  institution: Institution,
  index: number,
  chooser: Chooser,
): GeneratedService {
  const { recipients: _none, ...service } = describe(
    { words, institution, requestable: false },
    index,
    chooser,
  );
  return {
    ...service,
    kind: 'public-general',
    title: { lv: `Sabiedrības informēšana par ${matter(words, 'acc')}` },
    summary: {
      lv: `${institution.name} ikvienam sniedz skaidru informāciju par ${matter(words, 'acc')}.`,
    },
    languages: [{ lang: 'lv' }],
  };
}

const OBTAIN: Record<Outcome, string> = {
  permit: 'saņemt',
  benefit: 'saņemt',
  contract: 'noslēgt',
  record: 'saņemt',
  access: 'saņemt',
};

function describe(subject: Subject, index: number, chooser: Chooser): GeneratedService {
  const { words, institution } = subject;
  const { field, result, action } = words;
  const id = idAt(index);
  const place = institution.place && chooser.chance(40) ? ` ${institution.place.locative}` : '';
  const english = chooser.chance(15);
  const purpose = `${OBTAIN[field.outcome]} ${inCase(result, 'acc')} ${matter(words, 'dat')}`;
  const summary = `${institution.name} izskata iesniegumu un pieņem lēmumu par ${titlePhrase(words, 'acc')}.`;
  const month = String(1 + chooser.integer(10)).padStart(2, '0');
  const day = String(1 + chooser.integer(28)).padStart(2, '0');
  return {
    type: 'service',
    id,
    sample: true,
    kind: 'public-individual',
    ...status(index),
    title: {
      lv: capitalise(titlePhrase(words, 'nom')) + place,
      ...(english && { en: englishTitle(words) }),
    },
    summary: {
      lv: summary,
      ...(english && { en: 'The institution examines the application and takes a decision.' }),
    },
    description: {
      lv: richText(
        paragraph(
          `Pakalpojums palīdz personai ${purpose}. Šaubu gadījumā iestāde konsultē bez maksas.`,
        ),
        paragraph(
          `${capitalise(inCase(result, 'gen'))} ${inCase(action, 'dat')} vajadzīgās ziņas, kas jau ir valsts reģistros, iestāde iegūst pati.`,
        ),
      ),
    },
    keywords: [result.word, words.subject.word, words.process.word],
    holder: institution.id,
    providers: [institution.id],
    recipients: recipients(field, chooser),
    needs: [needId(field)],
    groups: [groupId(field)],
    ...(index > 0 && { related: [idAt(index - 1)] }),
    channels: channels(subject, chooser),
    costs: costs(chooser),
    terms: terms(subject, chooser),
    steps: steps(subject),
    documents: documents(subject, chooser),
    outputs: [{ id: 'o1', title: { lv: `Lēmums par ${inCase(result, 'acc')}` } }],
    sections: sections(subject, chooser),
    legalResources: legalResources(subject, chooser),
    languages: english ? [{ lang: 'lv' }, { lang: 'en', machine: true }] : [{ lang: 'lv' }],
    checkedAt: `2026-${month}-${day}T09:00:00Z`,
    checkedBy: institution.id,
    management: {
      manager: { name: 'Pakalpojuma vadītājs', email: `vaditajs@${institution.id}.example` },
      notes: `KANARIJS-${id}-${chooser.integer(65536).toString(16).padStart(4, '0')}`,
    },
  };
}

function recipients(field: Field, chooser: Chooser): NonNullable<Service['recipients']> {
  if (field.inter) return ['institution'];
  if (!field.businesses) return ['resident'];
  return chooser.chance(30) ? ['resident', 'business', 'association'] : ['resident', 'business'];
}

/** Some of each status, at fixed places; no successor is itself merged, suspended or retired. */
function status(index: number): Pick<Service, 'status' | 'successor' | 'statusNote'> {
  const place = index % 200;
  if (place === 199) return { status: 'merged', successor: idAt(index - 1) };
  if (place === 75) return { status: 'retired' };
  if (place !== 50 && place !== 150) return { status: 'active' };
  const note = 'Pakalpojuma sniegšana uz laiku ir apturēta. Par atsākšanu iestāde paziņos šeit.';
  return { status: 'suspended', statusNote: { lv: richText(paragraph(note)) } };
}
