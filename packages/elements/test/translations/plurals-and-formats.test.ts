import type { CardTerm } from '@pvp/contract';
import { expect } from 'chai';
import { formatDateTime } from '../../src/format/date-time.ts';
import { timeOfDay } from '../../src/format/clock.ts';
import { formatDay } from '../../src/format/day.ts';
import { formLv } from '../../src/request-form/translations/form.lv.ts';
import { en as catalogueEn } from '../../src/translations/catalogue.en.ts';
import { lv as catalogueLv } from '../../src/translations/catalogue.lv.ts';
import { ru as catalogueRu } from '../../src/translations/catalogue.ru.ts';
import { priceSpan, write } from '../../src/translations/formats.ts';
import { textOf } from '../page.ts';

/** Spaces that do not break read like any other. */
const plain = (text: string) => {
  const node = document.createElement('p');
  node.textContent = text;
  return textOf(node);
};

describe('plural forms', () => {
  const services: [number, string, string, string][] = [
    [0, '0 pakalpojumu', '0 services', '0 услуг'],
    [1, '1 pakalpojums', '1 service', '1 услуга'],
    [2, '2 pakalpojumi', '2 services', '2 услуги'],
    [5, '5 pakalpojumi', '5 services', '5 услуг'],
    [11, '11 pakalpojumu', '11 services', '11 услуг'],
    [12, '12 pakalpojumu', '12 services', '12 услуг'],
    [21, '21 pakalpojums', '21 services', '21 услуга'],
    [22, '22 pakalpojumi', '22 services', '22 услуги'],
    [111, '111 pakalpojumu', '111 services', '111 услуг'],
    [121, '121 pakalpojums', '121 services', '121 услуга'],
    [12_345, '12 345 pakalpojumi', '12,345 services', '12 345 услуг'],
  ];
  for (const [count, ...expected] of services) {
    it(`counts ${count} in three languages`, () => {
      const told = [catalogueLv, catalogueEn, catalogueRu].map((texts) => texts.count(count));
      expect(told.map(plain)).to.deep.equal(expected);
    });
  }

  it('tells in Latvian by how much a text is too long', () => {
    const { over } = formLv.details;
    expect([1, 9, 10, 21, 189].map(over)).to.deep.equal([
      'Par 1 rakstzīmi vairāk, nekā drīkst',
      'Par 9 rakstzīmēm vairāk, nekā drīkst',
      'Par 10 rakstzīmēm vairāk, nekā drīkst',
      'Par 21 rakstzīmi vairāk, nekā drīkst',
      'Par 189 rakstzīmēm vairāk, nekā drīkst',
    ]);
  });

  const terms: [CardTerm, string, string, string][] = [
    [
      { max: 1, unit: 'working-day' },
      'Ne ilgāk kā 1 darba diena',
      'Up to 1 working day',
      'До 1 рабочего дня',
    ],
    [
      { max: 3, unit: 'working-day' },
      'Ne ilgāk kā 3 darba dienas',
      'Up to 3 working days',
      'До 3 рабочих дней',
    ],
    [
      { max: 21, unit: 'calendar-day' },
      'Ne ilgāk kā 21 kalendārā diena',
      'Up to 21 calendar days',
      'До 21 календарного дня',
    ],
    [{ min: 2, max: 2, unit: 'month' }, '2 mēneši', '2 months', '2 месяца'],
    [{ min: 1, max: 5, unit: 'week' }, '1–5 nedēļas', '1–5 weeks', '1–5 недель'],
    [{ min: 5, unit: 'year' }, 'Vismaz 5 gadi', 'At least 5 years', 'Не менее 5 лет'],
    [{ min: 1.5, max: 1.5, unit: 'hour' }, '1,5 stundas', '1.5 hours', '1,5 часа'],
    [{ description: 'Nekavējoties' }, 'Nekavējoties', 'Nekavējoties', 'Nekavējoties'],
    [{}, '', '', ''],
  ];
  for (const [term, ...expected] of terms) {
    it(`tells a term as “${expected[0]}”`, () => {
      const told = [catalogueLv, catalogueEn, catalogueRu].map((texts) => texts.term(term));
      expect(told.map(plain)).to.deep.equal(expected);
    });
  }
});

describe('numbers, money and times', () => {
  it('are told in the way of each language', () => {
    const price = (lang: string, min: number, max: number, currency?: string) =>
      plain(priceSpan(lang, { kind: 'fixed', min, max, ...(currency && { currency }) }));
    expect(price('lv', 4.27, 4.27)).to.equal('4,27 EUR');
    expect(price('lv', 0, 4.27)).to.equal('0–4,27 EUR');
    expect(price('lv', 5, 5)).to.equal('5 EUR');
    expect(price('lv', 12_500.5, 12_500.5)).to.equal('12 500,50 EUR');
    expect(price('en', 4.27, 4.27)).to.equal('EUR 4.27');
    expect(price('en', 3, 5)).to.equal('EUR 3–5');
    expect(price('ru', 3, 5)).to.equal('3–5 EUR');
    expect(priceSpan('lv', { kind: 'varies' })).to.equal('');
  });

  it('are those of the browser where they are written without it', () => {
    for (const lang of ['lv', 'en', 'ru']) {
      for (const number of [0, 7, 999, 1_000, 9_999, 10_000, 0.5, 1.25, 2_000.5, -3]) {
        expect(write(lang, number)).to.equal(number.toLocaleString(lang));
      }
    }
    const price = (lang: string, min: number, max: number) =>
      priceSpan(lang, { kind: 'fixed', min, max });
    const isWhole = (amount: number) => Number.isInteger(Number(amount.toFixed(2)));
    for (const lang of ['lv', 'en', 'ru']) {
      const euros = new Intl.NumberFormat(lang, {
        style: 'currency',
        currencyDisplay: 'code',
        currency: 'EUR',
      });
      for (const amount of [
        0, 0.05, 0.5, 1, 4.27, 4.275, 4.999, 999.99, 1_234.5, 9_999, 12_345.6,
      ]) {
        const told = euros.format(amount);
        const expected = isWhole(amount) ? told.replace(/[.,]00/, '') : told;
        expect(price(lang, amount, amount)).to.equal(expected);
      }
    }
    expect(price('lv', 4.271, 4.274), 'one amount in cents').to.equal(price('lv', 4.27, 4.27));
  });

  it('survive a currency that is none', () => {
    expect(plain(priceSpan('lv', { kind: 'fixed', min: 3, max: 4, currency: 'eiro' }))).to.equal(
      '3–4 eiro',
    );
  });

  it('have the clock of Latvia', () => {
    const at = '2026-11-20T22:05:00Z';
    expect(formatDateTime('lv', at)).to.equal('21.11.2026. plkst. 00.05');
    expect(formatDateTime('en', at)).to.match(/^21 November 2026.* 00:05$/);
    expect(formatDateTime('ru', at)).to.match(/^21 ноября 2026.* 00:05$/);
    expect(formatDay('ru', '2026-11-05')).to.match(/^5 ноября 2026/);
    expect(['lv', 'en', 'ru'].map((lang) => timeOfDay(lang, '08:30'))).to.deep.equal([
      '8.30',
      '8:30',
      '8:30',
    ]);
  });
});
