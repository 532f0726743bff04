/** Support that is hard to draw: invented, and not among the sample data. */
import type { OpeningHours, SupportMeans, SupportPlace, SupportPlaceKind } from '@pvp/contract';
import { FixtureSource } from '@pvp/testing/fixture-source';
import sample from 'virtual:sample-records';

type Given = Partial<SupportPlace> & { place: SupportPlaceKind; means: SupportMeans };

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const weekly = (opens: string, closes: string): OpeningHours => ({
  weekly: [{ days: [...DAYS], opens, closes }],
  openOnHolidays: true,
});

/** Open for the last minute of each day. */
const CLOSED = weekly('23:59', '24:00');
const ALWAYS = weekly('00:00', '24:00');

/** All else of the sample data, with these places alone. */
function sourceOf(places: readonly Given[]): FixtureSource {
  const others = sample.records.filter(
    ({ type }) => type !== 'support-place' && type !== 'knowledge-entry',
  );
  const made = places.map((given, nth): SupportPlace => ({
    type: 'support-place',
    id: `place-${nth}`,
    title: { lv: `Palīdzības vieta ${nth + 1}` },
    organization: 'ozolleja',
    ...given,
  }));
  return new FixtureSource({ records: [...others, ...made] });
}

const phone: Given = {
  place: 'institution-remote',
  means: 'phone',
  title: { lv: 'Klientu tālrunis', en: 'Telephone', ru: 'Телефон' },
  phone: '+371 67000104',
};
const centre: Given = {
  place: 'customer-centre',
  means: 'visit',
  title: { lv: 'Klientu apkalpošanas centrs', en: 'Customer centre', ru: 'Центр обслуживания' },
  address: { text: 'Parka iela 4, Ozolleja, Ozollejas novads, LV-9901' },
};

export const allClosed = sourceOf([
  { ...phone, hours: CLOSED },
  { ...centre, hours: CLOSED },
]);

export const roundTheClock = sourceOf([
  { ...phone, hours: ALWAYS },
  { ...centre, hours: ALWAYS },
]);

export const nobodyRemote = sourceOf([centre]);

export const nobodyInPerson = sourceOf([phone]);

/** Neither places nor knowledge. */
export const nothing = sourceOf([]);

const MEANS: readonly SupportMeans[] = [
  'phone',
  'video',
  'e-mail',
  'e-address',
  'social-network',
  'request-form',
];

/** Twelve ways to get through, and seven places to go to. */
export const twelveWays = sourceOf([
  ...[...MEANS, ...MEANS].map((means, nth): Given => ({
    place: nth < 6 ? 'institution-remote' : 'institution-help-desk',
    means,
    title: { lv: `Saziņas veids ${nth + 1}` },
    hours: [ALWAYS, CLOSED, {}][nth % 3]!,
    ...(means === 'phone' && { phone: '+371 67000104' }),
    ...(means === 'e-mail' && { email: 'pasts@ozolleja.example' }),
    ...(!['phone', 'e-mail'].includes(means) && { url: 'https://ozolleja.example/sazina' }),
  })),
  ...['Ogre', 'Talsi', 'Cēsis', 'Rēzekne', 'Kuldīga', 'Alūksne', 'Dobele'].map(
    (town, nth): Given => ({
      ...centre,
      place: nth % 2 ? 'one-stop-centre' : 'customer-centre',
      title: { lv: `Klientu apkalpošanas centrs, ${town}` },
      address: { text: `Liepu iela ${nth + 1}, ${town}`, municipality: town },
    }),
  ),
]);

const LONG = 'pretdiskriminācijas';
const WORD = LONG.repeat(4);

/** Words that no line holds, in every place where one may stand. */
export const longWords = sourceOf([
  {
    ...phone,
    title: { lv: `Vispārsaistošo ${WORD} konsultāciju tālrunis` },
    description: { lv: `Palīdz ar ${WORD} jautājumiem.` },
    callCost: { lv: `${WORD}.` },
    phone: '+371 67 000 104, +371 67 000 105, +371 67 000 106',
    email: `${LONG}.${LONG}@ozolleja-novada-pasvaldiba.example`,
    url: `https://ozolleja.example/${WORD}`,
    bookingUrl: 'https://ozolleja.example/pieraksts',
    languages: ['lv', 'ltg', 'en', 'ru', 'uk', 'de', 'lt', 'et', 'fr', 'pl'],
    duties: ['information', 'consultation', 'training', 'access', 'partners'],
    relay: true,
    signLanguage: true,
    hours: ALWAYS,
  },
  {
    ...centre,
    title: { lv: `${WORD} centrs` },
    address: { text: `${WORD} iela 4, Ozollejas novads, LV-9901` },
    accessibility: { lv: `Uzbrauktuve, ${WORD} durvis.` },
    equipment: { lv: `${WORD} skeneris.` },
    hours: CLOSED,
  },
  { ...centre, levels: [2], title: { lv: `Eksperts: ${WORD}` } },
]);
