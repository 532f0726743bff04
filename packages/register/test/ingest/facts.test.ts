/** Money, terms, dates, hours and legal acts as pages write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDate, findInstant } from '../../src/ingest/latvian-date.ts';
import { parseLegalAct } from '../../src/ingest/legal-act.ts';
import { parseMoney, saysFree } from '../../src/ingest/money.ts';
import { parseOpeningHours } from '../../src/ingest/opening-hours.ts';
import { isPlaceholder } from '../../src/ingest/placeholder.ts';
import { slug } from '../../src/ingest/slug.ts';
import { parseTerm, parseTerms } from '../../src/ingest/term.ts';

const EUR = { currency: 'EUR' } as const;

test('money', () => {
  const expected: Record<string, unknown> = {
    '4,27 EUR': { value: 4.27, ...EUR },
    '€ 5': { value: 5, ...EUR },
    '1 250,00 euro': { value: 1250, ...EUR },
    '7,08 eiro par stundu': { value: 7.08, ...EUR, description: 'par stundu' },
    'svinīga reģistrācija EUR 14,23 +PVN': {
      value: 14.23,
      ...EUR,
      description: 'svinīga reģistrācija +PVN',
    },
    '2,00–5,00 EUR': { value: 2, max: 5, ...EUR },
    '4 EUR klātienē, 2,13 EUR ar atlaidi': {
      value: 2.13,
      max: 4,
      ...EUR,
      description: '4 EUR klātienē, 2,13 EUR ar atlaidi',
    },
    'MK noteikumi Nr.309': undefined,
    '10 dienas': undefined,
  };
  for (const [text, money] of Object.entries(expected))
    assert.deepEqual(parseMoney(text), money, text);
});

test('free is said by some texts and not by others', () => {
  for (const text of ['Bezmaksas', 'Pakalpojums ir bez maksas.', 'Par reģistrāciju nav jāmaksā']) {
    assert.equal(saysFree(text), true, text);
  }
  for (const text of [
    'maksas pakalpojums',
    'Nav.',
    'nav bezmaksas',
    'Bezmaksas 3 lapas',
    '4 EUR',
  ]) {
    assert.equal(saysFree(text), false, text);
  }
});

test('terms', () => {
  const expected: Record<string, unknown> = {
    '10': { max: 10, unit: 'working-day' },
    '10-15': { min: 10, max: 15, unit: 'working-day' },
    '10 dienas': { max: 10, unit: 'calendar-day' },
    '5 darba dienas': { max: 5, unit: 'working-day' },
    '10 (desmit) darbdienas': { max: 10, unit: 'working-day' },
    'no 5 līdz 10 darba dienām': { min: 5, max: 10, unit: 'working-day' },
    '1 stundas laikā': { max: 1, unit: 'hour' },
    '2 working days': { max: 2, unit: 'working-day' },
    'Mēneša laikā pieņem lēmumu': { max: 1, unit: 'month', description: 'pieņem lēmumu' },
    'reģistrācijas dienā': { description: 'reģistrācijas dienā' },
    '2017. gada 1. jūlija': { description: '2017. gada 1. jūlija' },
  };
  for (const [text, term] of Object.entries(expected))
    assert.deepEqual(parseTerm(text), term, text);
  assert.deepEqual(
    parseTerms('20 darbdienu laikā – ja vajadzīgi atzinumi;\n10 darbdienu laikā - pārējos.'),
    [
      { max: 20, unit: 'working-day', description: 'ja vajadzīgi atzinumi' },
      { max: 10, unit: 'working-day', description: 'pārējos' },
    ],
  );
});

test('dates, slips of the pen included, and instants in Riga', () => {
  assert.equal(findDate('2015. gada 22. decembra')?.day, '2015-12-22');
  assert.equal(findDate('14.10..2019.')?.day, '2019-10-14');
  assert.equal(findDate('31.02.2020.'), undefined);
  assert.equal(findInstant('31.07.2018. 10:28'), '2018-07-31T07:28:00Z');
  assert.equal(findInstant('06.03.2024.'), '2024-03-05T22:00:00Z');
});

test('legal acts; what is not understood keeps its words', () => {
  assert.deepEqual(parseLegalAct('MK 03.09.2013 noteikumi Nr.761 “Noteikumi par reģistriem”'), {
    title: 'Noteikumi par reģistriem',
    issuer: 'Ministru kabinets',
    type: 'noteikumi',
    number: '761',
    date: '2013-09-03',
  });
  assert.deepEqual(
    parseLegalAct(
      'Ozollejas novada domes 24.11.2022. saistošie noteikumi Nr.42/2022 "Par tirgu" https://likumi.lv/ta/id/1',
    ),
    {
      title: 'Par tirgu',
      issuer: 'Ozollejas novada dome',
      type: 'saistošie noteikumi',
      number: '42/2022',
      date: '2022-11-24',
      url: 'https://likumi.lv/ta/id/1',
    },
  );
  const odd = "Likums 'Par dabas teritorijām, 29. panta pirmā daļa";
  assert.deepEqual(parseLegalAct(odd), { title: odd });
});

test('hours with split and closed days', () => {
  assert.deepEqual(
    parseOpeningHours(
      'P 8.00 - 18.00; O 8.00 - 12.00, 13.00 - 17.00; S Slēgts; Cits pēc pieraksta',
      'lv',
    ),
    {
      weekly: [
        { days: ['mo'], opens: '08:00', closes: '18:00' },
        { days: ['tu'], opens: '08:00', closes: '12:00' },
        { days: ['tu'], opens: '13:00', closes: '17:00' },
      ],
      description: { lv: 'pēc pieraksta' },
    },
  );
});

test('placeholders are told from values', () => {
  for (const text of ['-', '', 'Nav.', 'Ir.', 'Skatīt maksājumus', 'saite uz datni']) {
    assert.equal(isPlaceholder(text), true, text);
  }
  for (const text of ['Irma', 'Navigācija', '0', '10'])
    assert.equal(isPlaceholder(text), false, text);
});

test('slugs are ASCII and stable', () => {
  assert.equal(
    slug('Bērzkroga novada „Dzimtsarakstu” nodaļa '),
    'berzkroga-novada-dzimtsarakstu-nodala',
  );
});
