/**
 * Services that are hard to draw. Invented, and marked as sample data; each shows one difficulty,
 * and its id says which.
 */
import {
  CHANNEL_KINDS,
  type Channel,
  type LocalizedRichText,
  type RichTextElement,
  type RichTextNode,
  type Service,
} from '@pvp/contract';

const text = (value: string): RichTextNode => ({ type: 'text', value });
const element = (
  tagName: RichTextElement['tagName'],
  children: RichTextNode[],
  properties?: RichTextElement['properties'],
): RichTextElement => ({ type: 'element', tagName, children, ...(properties && { properties }) });
const rich = (...children: RichTextNode[]): LocalizedRichText => ({
  lv: { type: 'root', children },
});
const paragraph = (value: string): LocalizedRichText => rich(element('p', [text(value)]));

const base = {
  type: 'service',
  sample: true,
  kind: 'public-individual',
  status: 'active',
  holder: 'ozolleja',
  providers: ['ozolleja'],
  recipients: ['resident'],
  changedAt: '2026-09-14T07:30:00Z',
  checkedAt: '2026-11-02T08:00:00Z',
  checkedBy: 'ozolleja',
} as const satisfies Partial<Service>;

/** Long words, a long name of the institution, and texts that no space helps to break. */
const longWords: Service = {
  ...base,
  recipients: ['resident', 'business', 'association', 'institution'],
  id: 'X-LONG-WORDS',
  title: {
    lv: 'Daudzdzīvokļu dzīvojamo māju energoefektivitātes paaugstināšanas līdzfinansējuma pieteikuma sagatavošanas konsultāciju nodrošināšana nepilngadīgajiem pilnvarotājpārstāvjiem',
  },
  summary: {
    lv: 'Visneatkarīgākajiem dzīvojamo māju pārvaldniekiem: līdzfinansējuma pieprasīšanas priekšnosacījumi, elektrokardiogrāfijasaparatūrasuzturēšanas izdevumu attiecināmība un iesniedzamie apliecinājumi.',
  },
  description: rich(
    element('p', [
      text('Pilnais adreses pieraksts: '),
      element(
        'a',
        [text('https://e-pakalpojumi.example/lv/pieteikumi/' + 'nepartraukts'.repeat(9))],
        {
          href: 'https://e-pakalpojumi.example/lv/pieteikumi/',
        },
      ),
    ]),
    element('p', [text('Visnepretenciozākajiemneatkarīgajiempašvaldībiniekiem'.repeat(3))]),
  ),
  keywords: ['energoefektivitāte'],
  channels: [
    {
      id: 'e',
      kind: 'e-service',
      title: { lv: 'Elektroniski parakstīts pieteikums līdzfinansējuma pieprasīšanai' },
      url: 'https://e-pakalpojumi.example/lidzfinansejums',
      landsOn: {
        lv: 'Energoefektivitātes līdzfinansējuma pašapkalpošanās sistēmas pieteikumu sagatavošanas sadaļa',
      },
      requestable: true,
      identification: 'high',
      signature: true,
    },
  ],
  terms: [{ id: 't', min: 30, max: 120, unit: 'calendar-day' }],
  costs: [{ id: 'c', value: 1234567.89, channel: 'e' }],
  documents: [
    {
      id: 'd',
      kind: 'form',
      title: { lv: 'Pilnvarojuma apliecinājums daudzdzīvokļu dzīvojamās mājas kopīpašniekiem' },
      url: 'https://ozolleja.example/veidlapas/pilnvarojums.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: 183_500,
    },
  ],
};

/** One way of receiving, nothing else told. */
const oneChannel: Service = {
  ...base,
  id: 'X-ONE-CHANNEL',
  title: { lv: 'Arhīva izziņas saņemšana' },
  summary: { lv: 'Izziņu izsniedz novada arhīvā.' },
  channels: [
    {
      id: 'k',
      kind: 'in-person',
      places: [
        {
          id: 'p',
          title: { lv: 'Novada arhīvs' },
          address: { text: 'Skolas iela 2, Ozolleja, Ozollejas novads, LV-9901' },
          phone: '+371 67000155',
          hours: {
            weekly: [
              { days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '12:00' },
              { days: ['mo', 'tu', 'we', 'th'], opens: '13:00', closes: '17:00' },
            ],
          },
        },
      ],
    },
  ],
};

/** Every kind of way, each with a price and a term of its own. */
const twelveChannels: Service = {
  ...base,
  id: 'X-TWELVE-CHANNELS',
  title: { lv: 'Ģimenes stāvokļa dokumenta atkārtota izsniegšana' },
  summary: { lv: 'Dokumentu var pieprasīt divpadsmit veidos; maksa un termiņš atšķiras.' },
  channels: CHANNEL_KINDS.map((kind, index): Channel => {
    const isWeb = index < 4;
    return {
      id: kind,
      kind,
      requestable: isWeb,
      ...(isWeb && {
        url: `https://e-pakalpojumi.example/${kind}`,
        landsOn: { lv: 'Pieteikuma pirmā lapa; vispirms jāpieslēdzas' },
        identification: 'substantial',
      }),
      ...(kind === 'phone' && { phone: '+371 67000100' }),
      ...(kind === 'e-mail' && { email: 'dzimtsaraksti@ozolleja.example' }),
    };
  }),
  costs: CHANNEL_KINDS.map((kind, index) => ({
    id: `c-${kind}`,
    channel: kind,
    value: index * 0.5,
  })),
  terms: CHANNEL_KINDS.slice(0, 4).map((kind, index) => ({
    id: `t-${kind}`,
    channel: kind,
    max: index + 1,
    unit: 'working-day',
  })),
};

/** Nothing is said of a price: no price may be shown, and "free" least of all. */
const noPrice: Service = {
  ...base,
  id: 'X-NO-PRICE',
  title: { lv: 'Atļauja publiska pasākuma rīkošanai' },
  summary: { lv: 'Atļauju izsniedz desmit darbdienās.' },
  terms: [{ id: 't', max: 10, unit: 'working-day' }],
  channels: [
    {
      id: 'e',
      kind: 'e-form',
      url: 'https://e-pakalpojumi.example/pasakums',
      requestable: true,
      identification: 'low',
    },
  ],
};

/** The text calls it free, payment rows tell otherwise, and one of them is no value at all. */
const contradictoryPrice: Service = {
  ...base,
  id: 'X-CONTRADICTORY-PRICE',
  title: { lv: 'Izziņa par deklarēto dzīvesvietu' },
  summary: { lv: 'Bezmaksas pakalpojums: izziņu saņem elektroniski vai klātienē.' },
  channels: [
    {
      id: 'e',
      kind: 'e-service',
      url: 'https://e-pakalpojumi.example/izzina',
      requestable: true,
      identification: 'substantial',
    },
    { id: 'k', kind: 'in-person' },
    { id: 'p', kind: 'post' },
  ],
  costs: [
    { id: 'c1', channel: 'e', value: 0 },
    { id: 'c2', channel: 'k', value: 4.27, description: { lv: 'Valsts nodeva' } },
    { id: 'c3', channel: 'p', value: 4.27, max: 9.5, description: { lv: 'Ar pasta izdevumiem' } },
    { id: 'c4', description: { lv: '-' } },
  ],
};

/** Registered in English alone. */
const foreignLanguage: Service = {
  ...base,
  id: 'X-FOREIGN-LANGUAGE',
  title: { en: 'Registration of a visiting researcher' },
  summary: { en: 'For researchers who stay at an institution in Latvia for less than 90 days.' },
  description: {
    en: {
      type: 'root',
      children: [
        element('p', [text('The host institution sends the form before the researcher arrives.')]),
      ],
    },
  },
  languages: [{ lang: 'en' }],
  channels: [{ id: 'm', kind: 'e-mail', email: 'research@ozolleja.example' }],
};

/** The English text is a machine's. */
const machineTranslation: Service = {
  ...base,
  id: 'X-MACHINE-TRANSLATION',
  title: {
    lv: 'Koku ciršanas atļauja',
    en: 'Permission for tree cutting',
    ru: 'Разрешение на рубку деревьев',
  },
  summary: {
    lv: 'Atļauja vajadzīga, lai cirstu kokus ārpus meža.',
    en: 'Permission is necessary to cut trees outside of a forest.',
    ru: 'Разрешение нужно для рубки деревьев вне леса.',
  },
  languages: [
    { lang: 'lv' },
    { lang: 'en', machine: true, translatedAt: '2026-10-01T00:00:00Z' },
    { lang: 'ru', machine: true, translatedAt: '2026-10-01T00:00:00Z' },
  ],
  terms: [{ id: 't', max: 20, unit: 'working-day' }],
};

/** A title and nothing more: no empty fact, no dash, no empty heading. */
const titleAlone: Service = {
  ...base,
  id: 'X-TITLE-ALONE',
  title: { lv: 'Konsultācija' },
  summary: { lv: '-' },
  recipients: [],
  costs: [{ id: 'c', description: { lv: 'Nav.' } }],
  terms: [{ id: 't', description: { lv: '-' } }],
};

/** A table that is wider than a phone, nested lists, capitals. */
const wideTable: Service = {
  ...base,
  id: 'X-WIDE-TABLE',
  title: { lv: 'PAŠVALDĪBAS PABALSTU APMĒRI UN TO SAŅEMŠANAS NOSACĪJUMI' },
  description: rich(
    element('p', [text('Pabalsta apmērs atkarīgs no mājsaimniecības ienākumiem:')]),
    element('table', [
      element('thead', [
        element(
          'tr',
          ['Mājsaimniecība', 'Ienākumi, EUR', 'Apkurei', 'Īrei', 'Ēdināšanai', 'Kopā'].map(
            (title) => element('th', [text(title)], { scope: 'col' }),
          ),
        ),
      ]),
      element(
        'tbody',
        [1, 2, 3].map((people) =>
          element('tr', [
            element('th', [text(people === 1 ? '1 persona' : `${people} personas`)], {
              scope: 'row',
            }),
            ...[425, 120, 85, 60, 265].map((sum) => element('td', [text(`līdz ${sum * people}`)])),
          ]),
        ),
      ),
    ]),
    element('ul', [
      element('li', [
        text('Iesniegumam pievieno:'),
        element('ul', [
          element('li', [text('ienākumu deklarāciju;')]),
          element('li', [text('īres līgumu, ja mājoklis tiek īrēts.')]),
        ]),
      ]),
    ]),
  ),
};

/** Parts hold for some people only: the card may ask. */
const differsBySituation: Service = {
  ...base,
  id: 'X-DIFFERS',
  title: { lv: 'Braukšanas maksas atvieglojums' },
  summary: { lv: 'Atvieglojuma apmērs un dokumenti atšķiras.' },
  recipients: ['resident', 'business'],
  situations: [
    { id: 'pensionars', title: { lv: 'Esmu pensijā' } },
    { id: 'skolens', title: { lv: 'Mācos skolā' } },
    { id: 'daudzberni', title: { lv: 'Man ir trīs vai vairāk bērnu' } },
  ],
  costs: [
    { id: 'c1', value: 0, appliesTo: { situations: ['skolens', 'daudzberni'] } },
    { id: 'c2', value: 0.6, appliesTo: { situations: ['pensionars'] } },
    { id: 'c3', value: 1.5, appliesTo: { recipients: ['business'] } },
  ],
  documents: [
    {
      id: 'd1',
      kind: 'evidence',
      title: { lv: 'Skolēna apliecība' },
      appliesTo: { situations: ['skolens'] },
    },
    {
      id: 'd2',
      kind: 'evidence',
      title: { lv: 'Pensionāra apliecība' },
      appliesTo: { situations: ['pensionars'] },
    },
    { id: 'd3', kind: 'evidence', title: { lv: 'Personu apliecinošs dokuments' } },
  ],
  channels: [{ id: 'k', kind: 'in-person' }],
};

/** Suspended, with the reason in the words of the register. */
const suspendedWithNote: Service = {
  ...base,
  id: 'X-SUSPENDED',
  status: 'suspended',
  statusNote: paragraph('Pieteikumus atkal pieņem no 2027. gada 1. februāra.'),
  title: { lv: 'Mājokļa pielāgošana cilvēkiem ar kustību traucējumiem' },
  summary: { lv: 'Pašvaldība sedz mājokļa pielāgošanas izdevumus līdz 5000 eiro.' },
  costs: [{ id: 'c', value: 0 }],
  channels: [{ id: 'k', kind: 'in-person' }],
};

/** A warning, a reminder, how to appeal, and a text without a field of its own. */
const everySection: Service = {
  ...base,
  id: 'X-EVERY-SECTION',
  title: { lv: 'Vecākās apbūves ēku nojaukšanas saskaņojums' },
  summary: { lv: 'Saskaņojums vajadzīgs pirms darbu sākuma.' },
  sections: [
    {
      id: 's1',
      role: 'warning',
      content: paragraph('Darbus bez saskaņojuma aptur, un par tiem soda.'),
    },
    {
      id: 's2',
      role: 'reminder',
      content: paragraph('Piecas dienas pirms darbu sākuma par tiem paziņo būvvaldei.'),
    },
    {
      id: 's3',
      role: 'restriction',
      content: paragraph('Neattiecas uz kultūras pieminekļiem.'),
    },
    { id: 's4', role: 'appeal', content: paragraph('Lēmumu var apstrīdēt mēneša laikā domē.') },
    {
      id: 's5',
      role: 'other',
      title: { lv: 'Kas notiek ar būvgružiem' },
      content: paragraph('Būvgružus nodod apsaimniekotājam; apliecinājumu glabā gadu.'),
    },
  ],
};

/** What is on show is not what its hash was made of. */
const altered: Service = {
  ...base,
  id: 'X-ALTERED',
  title: { lv: 'Nekustamā īpašuma nodokļa atvieglojums' },
  summary: { lv: 'Atvieglojumu piešķir uz gadu.' },
  hash: '0'.repeat(64),
};

export const hardServices: readonly Service[] = [
  longWords,
  oneChannel,
  twelveChannels,
  noPrice,
  contradictoryPrice,
  foreignLanguage,
  machineTranslation,
  titleAlone,
  wideTable,
  differsBySituation,
  suspendedWithNote,
  everySection,
  altered,
];
