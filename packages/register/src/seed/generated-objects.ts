import type { LifeEvent, Need, Organization, ServiceGroup, ServiceTemplate } from '@pvp/contract';
import {
  capitalise,
  combinations,
  englishTitle,
  titlePhrase,
  titleWords,
} from './generated-title.ts';
import type { TitleWords } from './generated-title.ts';
import { FIELDS } from './lexicon-fields.ts';
import type { Field } from './lexicon.ts';
import { placeNames } from './place-names.ts';

/** An institution of the generator; `place` where it is a municipality. */
export interface Institution {
  id: string;
  /** Nominative, and the genitive for “… saistošie noteikumi”. */
  name: string;
  genitive: string;
  place?: { territory: string; locative: string; town: string };
}

/** Subjects of invented agencies, in the genitive. */
const AGENCY_SUBJECTS = [
  'Koku uzskaites',
  'Mājokļu atbalsta',
  'Skolēnu labklājības',
  'Būvju uzskaites',
  'Gadatirgu attīstības',
  'Brīvdabas pasākumu',
  'Stāvvietu pārvaldības',
  'Pludmaļu uzraudzības',
  'Faktu apliecināšanas',
  'Iepakojuma pārstrādes',
  'Koplietošanas datu',
  'Mākoņdatošanas atbalsta',
  'Ūdensteču kopšanas',
  'Ģimeņu atbalsta',
  'Amatniecības veicināšanas',
  'Piekļūstamības',
  'Lauku ceļu',
  'Arhīvu digitalizācijas',
  'Vārdnīcu un klasifikatoru',
  'Tautas mākslas',
] as const;

/** Life events and the fields that serve them. */
const EVENTS: readonly { id: string; lv: string; en: string; fields: readonly string[] }[] = [
  {
    id: 'gen-gimene',
    lv: 'Ģimenes atbalsts',
    en: 'Family support',
    fields: ['pabalsti', 'skolas'],
  },
  { id: 'gen-majoklis', lv: 'Mājoklis un zeme', en: 'Home and land', fields: ['buves', 'ipasumi'] },
  {
    id: 'gen-vide',
    lv: 'Sakopta apkārtne',
    en: 'Tidy surroundings',
    fields: ['koki', 'atkritumi'],
  },
  {
    id: 'gen-darijumi',
    lv: 'Sava uzņēmuma darbība',
    en: 'Running a business',
    fields: ['tirdznieciba', 'pasakumi'],
  },
  { id: 'gen-celi', lv: 'Pārvietošanās', en: 'Getting around', fields: ['satiksme'] },
  { id: 'gen-dokumenti', lv: 'Dokumentu kārtošana', en: 'Arranging documents', fields: ['fakti'] },
];

const GROUPS: Readonly<Record<string, { lv: string; en: string }>> = {
  vide: { lv: 'Vide', en: 'Environment' },
  'socialais-atbalsts': { lv: 'Sociālais atbalsts', en: 'Social support' },
  izglitiba: { lv: 'Izglītība', en: 'Education' },
  'buvnieciba-un-ipasums': { lv: 'Būvniecība un īpašums', en: 'Construction and property' },
  uznemejdarbiba: { lv: 'Uzņēmējdarbība', en: 'Business' },
  'kultura-un-sports': { lv: 'Kultūra un sports', en: 'Culture and sport' },
  transports: { lv: 'Transports', en: 'Transport' },
  'dokumenti-un-registracija': {
    lv: 'Dokumenti un reģistrācija',
    en: 'Documents and registration',
  },
  'digitalie-pakalpojumi': { lv: 'Digitālie pakalpojumi', en: 'Digital services' },
};

export const groupId = (field: Field): string => `gen-${field.group}`;
export const needId = (field: Field): string => `gen-${field.id}`;

const numbered = (prefix: string, index: number) =>
  `${prefix}${String(index + 1).padStart(3, '0')}`;

/** Municipalities first, then agencies: 12 for 300 services, 50 for 5,000, 399 for 50,000. */
export function institutionsFor(count: number): {
  municipalities: Institution[];
  agencies: Institution[];
} {
  const total = Math.max(12, Math.round(count / 100));
  const agencyCount = Math.min(AGENCY_SUBJECTS.length, Math.ceil(total / 4));
  const municipalities = placeNames()
    .slice(0, total - agencyCount)
    .map((place, index) => ({
      id: numbered('gen-novads-', index),
      name: `${place.genitive} novada pašvaldība`,
      genitive: `${place.genitive} novada pašvaldības`,
      place: {
        territory: `${place.genitive} novads`,
        locative: `${place.genitive} novadā`,
        town: place.nominative,
      },
    }));
  const agencies = AGENCY_SUBJECTS.slice(0, agencyCount).map((subject, index) => ({
    id: numbered('gen-agentura-', index),
    name: `${subject} aģentūra`,
    genitive: `${subject} aģentūras`,
  }));
  return { municipalities, agencies };
}

/** Fields that people and businesses meet; the others serve institutions. */
export const PUBLIC_FIELDS: readonly Field[] = FIELDS.filter((field) => !field.inter);
export const INTER_FIELDS: readonly Field[] = FIELDS.filter((field) => field.inter);

export interface Template {
  id: string;
  words: TitleWords;
}

/** How many unified services share the instances: each has one in at most 25 municipalities. */
export function templateCount(count: number, municipalities: number): number {
  return Math.max(6, Math.ceil(Math.floor(count / 3) / Math.min(25, municipalities)));
}

/** The `n`-th unified service. Its title comes from the end of a field's walk, where no other does. */
export function templateAt(n: number, seed: number): Template {
  const field = PUBLIC_FIELDS[n % PUBLIC_FIELDS.length] as Field;
  const place = combinations(field) - 1 - Math.floor(n / PUBLIC_FIELDS.length);
  return { id: `gen-T-${String(n + 1).padStart(4, '0')}`, words: titleWords(field, place, seed) };
}

export type GeneratedObject = Organization | LifeEvent | Need | ServiceGroup | ServiceTemplate;

/**
 * The organizations, groups, needs, life events and unified services that the services of
 * `generateServices(count, {seed})` refer to. To be imported before them.
 */
export function* generateObjects(
  count: number,
  options: { seed?: number } = {},
): Generator<GeneratedObject, void, undefined> {
  const { seed = 1 } = options;
  const { municipalities, agencies } = institutionsFor(count);
  for (const [index, institution] of [...municipalities, ...agencies].entries()) {
    yield organization(institution, index);
  }
  for (const [id, title] of Object.entries(GROUPS)) {
    yield {
      type: 'service-group',
      id: `gen-${id}`,
      sample: true,
      title,
      classifier: 'pakalpojumu-joma',
    };
  }
  for (const field of FIELDS) {
    yield { type: 'need', id: needId(field), sample: true, title: field.title };
  }
  for (const { id, lv, en, fields } of EVENTS) {
    yield {
      type: 'life-event',
      id,
      sample: true,
      title: { lv, en },
      needs: fields.map((field) => `gen-${field}`),
    };
  }
  for (let n = 0; n < templateCount(count, municipalities.length); n += 1) {
    const { id, words } = templateAt(n, seed);
    yield {
      type: 'service-template',
      id,
      sample: true,
      title: { lv: capitalise(titlePhrase(words, 'nom')), en: englishTitle(words) },
    };
  }
}

function organization({ id, name, place }: Institution, index: number): Organization {
  const host = `${id}.example`;
  return {
    type: 'organization',
    id,
    sample: true,
    kind: place ? 'municipality' : 'agency',
    registrationNumber: `9000888${String(index + 1).padStart(4, '0')}`,
    title: { lv: name },
    ...(place && { territory: place.territory }),
    homepage: `https://${host}`,
    contacts: [
      {
        id: 'c1',
        phone: `+371 67000${String(index % 1000).padStart(3, '0')}`,
        email: `pasts@${host}`,
        address: { text: place ? `Parka iela 1, ${place.town}` : 'Arhīva iela 5, Kalnupe' },
      },
    ],
  };
}
