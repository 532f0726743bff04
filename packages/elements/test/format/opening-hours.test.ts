import type { OpeningHours } from '@pvp/contract';
import { expect } from 'chai';
import { dayInLatvia, formatDay } from '../../src/format/day.ts';
import { fileTypeName, formatFileSize } from '../../src/format/file-size.ts';
import { openAt, weekRows } from '../../src/format/opening-hours.ts';

const hours: OpeningHours = {
  weekly: [
    { days: ['mo', 'tu', 'we', 'th'], opens: '08:30', closes: '12:00' },
    { days: ['mo', 'tu', 'we', 'th'], opens: '13:00', closes: '17:00' },
    { days: ['fr'], opens: '08:30', closes: '15:00' },
  ],
  seasons: [
    { from: '12-20', until: '01-05', weekly: [{ days: ['mo'], opens: '10:00', closes: '12:00' }] },
  ],
  exceptions: [
    { date: '2026-11-18' },
    { date: '2026-11-21', spans: [{ opens: '09:00', closes: '11:00' }] },
  ],
};

describe('opening hours', () => {
  it('puts neighbouring days with equal hours in one row', () => {
    expect(weekRows(hours.weekly!)).to.deep.equal([
      {
        from: 'mo',
        until: 'th',
        spans: [
          { opens: '08:30', closes: '12:00' },
          { opens: '13:00', closes: '17:00' },
        ],
      },
      { from: 'fr', until: 'fr', spans: [{ opens: '08:30', closes: '15:00' }] },
      { from: 'sa', until: 'su', spans: [] },
    ]);
  });

  const cases: [string, string, ReturnType<typeof openAt>][] = [
    [
      'a Monday morning, by the clock in Latvia',
      '2026-11-23T06:30:00Z',
      { open: true, until: '12:00' },
    ],
    ['the break at noon', '2026-11-23T10:15:00Z', { open: false, opensAt: '13:00' }],
    ['the minute of closing', '2026-11-23T15:00:00Z', { open: false }],
    ['summer time', '2026-07-06T05:30:00Z', { open: true, until: '12:00' }],
    ['a public holiday among the exceptions', '2026-11-18T08:00:00Z', { open: false }],
    ['a Saturday that is open for once', '2026-11-21T08:00:00Z', { open: true, until: '11:00' }],
    ['a season over New Year', '2026-12-28T08:30:00Z', { open: true, until: '12:00' }],
    ['a day of the season that is closed', '2026-12-29T08:30:00Z', { open: false }],
  ];
  for (const [name, instant, expected] of cases) {
    it(`knows ${name}`, () => expect(openAt(hours, new Date(instant))).to.deep.equal(expected));
  }

  it('says nothing where the hours tell nothing of the day', () => {
    expect(openAt({ description: { lv: 'Pēc vienošanās' } }, new Date())).to.equal(undefined);
  });
});

describe('days and sizes', () => {
  it('are told in the way of the language', () => {
    expect(formatDay('lv', '2026-11-05')).to.equal('05.11.2026.');
    expect(formatDay('en', '2026-11-05')).to.equal('5 November 2026');
    expect(formatDay('lv', '2026-11-20T22:30:00Z'), 'a moment, in Latvia').to.equal('21.11.2026.');
    expect(formatDay('lv', 'not a day')).to.equal('not a day');
    expect(dayInLatvia(new Date('2026-12-31T22:30:00Z'))).to.equal('2027-01-01');
    expect(formatFileSize('lv', 84_200)).to.equal('84 kB');
    expect(formatFileSize('lv', 1_240_000)).to.equal('1,2 MB');
    expect(fileTypeName('application/pdf; charset=binary')).to.equal('PDF');
    expect(fileTypeName('application/x-unknown')).to.equal('');
  });
});
