import type {
  Channel,
  Cost,
  Document,
  LegalResource,
  OpeningHours,
  Step,
  Term,
  TextSection,
} from '@pvp/contract';
import type { Institution } from './generated-objects.ts';
import { inCase, matter, titlePhrase } from './generated-title.ts';
import type { TitleWords } from './generated-title.ts';
import type { Outcome } from './lexicon.ts';
import type { Chooser } from './random.ts';
import { bulletList, paragraph, richText } from './rich-text-tree.ts';

/** What a description is made of, beside chance. */
export interface Subject {
  words: TitleWords;
  institution: Institution;
  /** Whether the service can be requested: not so for one of general benefit. */
  requestable: boolean;
}

const EVIDENCE: Record<Outcome, readonly string[]> = {
  permit: [
    'Zemes robežu plāna kopija ar norādītu vietu',
    'Īpašnieka vai kopīpašnieku piekrišana',
    'Fotogrāfijas, kas uzņemtas pēdējā mēneša laikā',
    'Darbu plāns ar paredzēto laiku',
    'Speciālista atzinums',
    'Pilnvara, ja iesniedz pārstāvis',
  ],
  benefit: [
    'Ziņas par ģimenes ienākumiem pēdējos trijos mēnešos',
    'Izdevumus apliecinoši dokumenti',
    'Ģimenes ārsta atzinums',
    'Iesniedzēja konta numurs',
    'Pilnvara, ja iesniedz pārstāvis',
    'Izziņa no izglītības iestādes',
  ],
  contract: [
    'Zemes robežu plāna vai telpu plāna kopija',
    'Paredzētās izmantošanas apraksts',
    'Pilnvara, ja iesniedz pārstāvis',
    'Ziņas par paraksttiesīgajām personām',
    'Apliecinājums, ka nav nodokļu parādu',
  ],
  record: [
    'Pase vai personas apliecība',
    'Ārvalsts izsniegts dokuments ar tulkojumu',
    'Dokuments, kas apliecina radniecību',
    'Pilnvara, ja iesniedz pārstāvis',
    'Iepriekš izsniegtā dokumenta kopija',
  ],
  access: [
    'Iestādes vadītāja rīkojums par atbildīgo personu',
    'Lietotāju saraksts ar lomām',
    'Datu apstrādes mērķa apraksts',
    'Drošības prasību pašnovērtējums',
    'Tehniskās kontaktpersonas dati',
  ],
};

const TERMS: readonly Omit<Term, 'id'>[] = [
  { max: 10, unit: 'working-day' },
  { min: 5, max: 15, unit: 'working-day' },
  { max: 1, unit: 'month' },
  { max: 20, unit: 'working-day' },
  { max: 30, unit: 'calendar-day' },
];

const WEEKS: readonly NonNullable<OpeningHours['weekly']>[] = [
  [
    { days: ['mo'], opens: '08:00', closes: '18:00' },
    { days: ['tu', 'we', 'th'], opens: '08:00', closes: '17:00' },
    { days: ['fr'], opens: '08:00', closes: '16:00' },
  ],
  [
    { days: ['mo', 'th'], opens: '09:00', closes: '12:00' },
    { days: ['mo', 'th'], opens: '13:00', closes: '18:00' },
  ],
  [
    { days: ['tu', 'we'], opens: '08:30', closes: '12:00' },
    { days: ['tu', 'we'], opens: '12:30', closes: '16:30' },
  ],
];

const MONTHS = [
  'janvāra',
  'februāra',
  'marta',
  'aprīļa',
  'maija',
  'jūnija',
  'jūlija',
  'augusta',
  'septembra',
  'oktobra',
  'novembra',
  'decembra',
] as const;

export function channels({ institution, requestable }: Subject, chooser: Chooser): Channel[] {
  const host = `https://${institution.id}.example`;
  const electronic: Channel = requestable
    ? {
        id: 'e',
        kind: chooser.pick(['e-service', 'e-form', 'specialised-system'] as const),
        url: `${host}/lv/e-pakalpojumi/${1000 + chooser.integer(9000)}`,
        requestable: true,
        identification: chooser.pick(['substantial', 'high'] as const),
        payment: 'online',
      }
    : { id: 'e', kind: 'e-mail', email: `pasts@${institution.id}.example` };
  const town = institution.place?.town ?? 'Kalnupe';
  return [
    electronic,
    {
      id: 'k',
      kind: institution.place && chooser.chance(60) ? 'one-stop-centre' : 'in-person',
      places: [
        {
          id: 'p1',
          title: { lv: 'Klientu apkalpošanas centrs' },
          phone: `+371 67000${String(chooser.integer(1000)).padStart(3, '0')}`,
          address: {
            text: `${chooser.pick(['Parka', 'Skolas', 'Dārza', 'Ezera'])} iela ${1 + chooser.integer(40)}, ${town}`,
          },
          hours: { weekly: chooser.pick(WEEKS) },
        },
      ],
    },
    chooser.chance(50) ? { id: 'a', kind: 'e-address' } : { id: 'a', kind: 'post' },
  ];
}

export function costs(chooser: Chooser): Cost[] {
  if (chooser.chance(55)) return [{ id: 'c1', value: 0, currency: 'EUR' }];
  const value = Math.round((2 + chooser.integer(4000) / 100) * 100) / 100;
  return [
    { id: 'c1', value: 0, currency: 'EUR', channel: 'e' },
    {
      id: 'c2',
      value,
      currency: 'EUR',
      channel: 'k',
      description: { lv: 'Maksa pēc pašvaldības vai iestādes cenrāža' },
    },
  ];
}

export function terms({ words }: Subject, chooser: Chooser): Term[] {
  const note = `Termiņu skaita no dienas, kad saņemti visi ${inCase(words.result, 'gen')} ${inCase(words.action, 'dat')} vajadzīgie dokumenti.`;
  return [{ id: 't1', ...chooser.pick(TERMS), description: { lv: note } }];
}

export function documents({ words }: Subject, chooser: Chooser): Document[] {
  const purpose = `${inCase(words.result, 'gen')} ${inCase(words.action, 'dat')}`;
  const evidence = EVIDENCE[words.field.outcome];
  const first = chooser.integer(evidence.length);
  const chosen = [0, 1].map((step) => evidence[(first + step) % evidence.length] as string);
  return [
    { id: 'd1', kind: 'form', title: { lv: `Iesniegums ${purpose}` } },
    ...chosen.map((lv, index): Document => ({
      id: `d${index + 2}`,
      kind: 'evidence',
      title: { lv },
    })),
  ];
}

export function steps({ words, institution }: Subject): Step[] {
  const { result, action } = words;
  return [
    {
      id: 's1',
      title: { lv: 'Iesnieguma iesniegšana' },
      description: {
        lv: richText(
          paragraph(
            `Aizpildiet iesniegumu ${inCase(result, 'gen')} ${inCase(action, 'dat')} un pievienojiet vajadzīgos dokumentus.`,
          ),
        ),
      },
      documents: ['d1', 'd2', 'd3'],
      channels: ['e', 'k', 'a'],
    },
    {
      id: 's2',
      title: { lv: 'Izskatīšana' },
      description: {
        lv: richText(
          paragraph(
            `${institution.name} pārbauda ziņas reģistros un, ja vajadzīgs, lūdz papildu paskaidrojumus par ${matter(words, 'acc')}.`,
          ),
        ),
      },
    },
    {
      id: 's3',
      title: { lv: 'Lēmuma saņemšana' },
      description: {
        lv: richText(
          paragraph(
            `Par ${inCase(result, 'gen')} ${inCase(action, 'acc')} paziņo iesniegumā norādītajā veidā.`,
          ),
        ),
      },
      channels: ['e', 'k'],
    },
  ];
}

const RESTRICTIONS: Record<Outcome, (words: TitleWords) => string> = {
  permit: (words) =>
    `Bez ${inCase(words.result, 'gen')} ${inCase(words.process, 'acc')} sākt nedrīkst. ${sentence(inCase(words.result, 'loc'))} norādītais termiņš ir saistošs.`,
  benefit: (words) =>
    `Uz ${inCase(words.result, 'acc')} var pretendēt, ja dzīvesvieta deklarēta pašvaldībā un ienākumi nepārsniedz noteikto slieksni.`,
  contract: (words) =>
    `${sentence(inCase(words.result, 'loc'))} noteiktos pienākumus nevar nodot citai personai bez otras puses rakstiskas piekrišanas.`,
  record: (words) =>
    `${sentence(inCase(words.result, 'acc'))} izsniedz personai, uz kuru attiecas ziņas, vai tās pārstāvim.`,
  access: (words) =>
    `${sentence(inCase(words.result, 'acc'))} izmanto tikai iestādes uzdevumu veikšanai un tikai norādītajam mērķim.`,
};

export function sections({ words }: Subject, chooser: Chooser): TextSection[] {
  const restriction = RESTRICTIONS[words.field.outcome](words);
  const change =
    words.field.outcome === 'permit'
      ? `Ja mainās apstākļi, paziņojiet par to iestādei, pirms sākta ${inCase(words.process, 'nom')}.`
      : 'Ja mainās apstākļi, paziņojiet par to iestādei desmit darbdienu laikā.';
  const all: TextSection[] = [
    { id: 'n1', role: 'restriction', content: { lv: richText(paragraph(restriction)) } },
    {
      id: 'n2',
      role: 'appeal',
      content: {
        lv: richText(
          paragraph(
            'Lēmumu var apstrīdēt viena mēneša laikā no dienas, kad tas stājies spēkā. Iesniegumu iesniedz iestādē, kas lēmumu pieņēmusi.',
          ),
        ),
      },
    },
    {
      id: 'n3',
      role: 'reminder',
      content: {
        lv: richText(
          bulletList(['Pārbaudiet, vai iesniegumā norādīta pareiza kontaktinformācija.', change]),
        ),
      },
    },
  ];
  return chooser.chance(70) ? all : all.slice(0, 2);
}

export function legalResources({ words, institution }: Subject, chooser: Chooser): LegalResource[] {
  const year = 2018 + chooser.integer(8);
  const month = chooser.integer(12);
  const day = 1 + chooser.integer(28);
  const number = String(1 + chooser.integer(60));
  const kind = institution.place ? 'saistošie noteikumi' : 'iekšējie noteikumi';
  const two = (value: number) => String(value).padStart(2, '0');
  return [
    {
      id: 'l1',
      title: `${institution.genitive} ${year}. gada ${day}. ${MONTHS[month]} ${kind} Nr. ${number} “Par ${titlePhrase(words, 'acc')}”`,
      issuer: institution.name,
      type: kind,
      number,
      date: `${year}-${two(month + 1)}-${two(day)}`,
      url: `https://tiesibu-akti.example/ta/${100000 + chooser.integer(900000)}`,
    },
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
