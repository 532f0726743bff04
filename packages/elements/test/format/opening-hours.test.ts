import { WEEKDAYS, type OpeningHours } from '@pvp/contract';
import { expect } from 'chai';
import { dayInLatvia } from '../../src/format/clock.ts';
import { formatDay } from '../../src/format/day.ts';
import { fileTypeName, fileTypeOf, formatFileSize } from '../../src/format/file-size.ts';
import { openAt } from '../../src/format/opening-hours.ts';
import { publicHolidayOn } from '../../src/format/public-holidays.ts';
import { weekRows } from '../../src/format/week-rows.ts';

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

  const monday = { day: '2026-11-23', weekday: 'mo' } as const;
  const cases: [string, string, ReturnType<typeof openAt>][] = [
    [
      'a Monday morning, by the clock in Latvia',
      '2026-11-23T06:30:00Z',
      { open: true, until: '12:00' },
    ],
    [
      'the break at noon',
      '2026-11-23T10:15:00Z',
      { open: false, opens: { ...monday, time: '13:00' } },
    ],
    [
      'the minute of closing',
      '2026-11-23T15:00:00Z',
      { open: false, opens: { day: '2026-11-24', weekday: 'tu', time: '08:30' } },
    ],
    [
      'a Sunday before a Monday',
      '2026-11-22T09:00:00Z',
      { open: false, opens: { ...monday, time: '08:30' } },
    ],
    ['summer time', '2026-07-06T05:30:00Z', { open: true, until: '12:00' }],
    [
      'a public holiday among the exceptions',
      '2026-11-18T08:00:00Z',
      { open: false, opens: { day: '2026-11-19', weekday: 'th', time: '08:30' } },
    ],
    [
      'a public holiday that the hours do not name',
      '2026-06-23T08:00:00Z',
      {
        open: false,
        holiday: 'ligo',
        opens: { day: '2026-06-25', weekday: 'th', time: '08:30' },
      },
    ],
    ['a Saturday that is open for once', '2026-11-21T08:00:00Z', { open: true, until: '11:00' }],
    [
      'a Friday evening before such a Saturday',
      '2026-11-20T15:00:00Z',
      { open: false, opens: { day: '2026-11-21', weekday: 'sa', time: '09:00' } },
    ],
    ['a season over New Year', '2026-12-28T08:30:00Z', { open: true, until: '12:00' }],
    [
      'a day of the season that is closed',
      '2026-12-29T08:30:00Z',
      { open: false, opens: { day: '2027-01-04', weekday: 'mo', time: '10:00' } },
    ],
  ];
  for (const [name, instant, expected] of cases) {
    it(`knows ${name}`, () =>
      expect(openAt(hours, new Date(instant), publicHolidayOn)).to.deep.equal(expected));
  }

  it('never closes what is open round the clock, holiday or not', () => {
    const always: OpeningHours = {
      weekly: [{ days: [...WEEKDAYS], opens: '00:00', closes: '24:00' }],
    };
    for (const instant of ['2026-12-25T03:00:00Z', '2026-11-23T21:59:00Z']) {
      expect(openAt(always, new Date(instant), publicHolidayOn)).to.deep.equal({ open: true });
    }
  });

  it('closes at midnight where it does so, also for once', () => {
    const evenings: OpeningHours = {
      weekly: [{ days: [...WEEKDAYS], opens: '16:00', closes: '24:00' }],
    };
    const always: OpeningHours = {
      weekly: [{ days: [...WEEKDAYS], opens: '00:00', closes: '24:00' }],
      exceptions: [{ date: '2026-11-23', spans: [{ opens: '10:00', closes: '24:00' }] }],
    };
    for (const late of [evenings, always]) {
      expect(openAt(late, new Date('2026-11-23T20:00:00Z'), publicHolidayOn)).to.deep.equal({
        open: true,
        until: '24:00',
      });
    }
  });

  it('is open on a public holiday where the place says so, and by the calendar that is given', () => {
    const daily: OpeningHours = {
      weekly: [{ days: [...WEEKDAYS], opens: '09:00', closes: '17:00' }],
    };
    const christmas = new Date('2026-12-25T10:00:00Z');
    expect(openAt(daily, christmas, publicHolidayOn)?.open).to.equal(false);
    const open = { ...daily, openOnHolidays: true };
    expect(openAt(open, christmas, publicHolidayOn)).to.deep.equal({ open: true, until: '17:00' });
    const festival = (day: string) => (day === '2026-07-12' ? '' : undefined);
    const state = openAt(daily, new Date('2026-07-12T10:00:00Z'), festival);
    expect(state?.open).to.equal(false);
    expect(state?.holiday).to.equal('');
  });

  it('knows no next opening where there is none within a week', () => {
    const never: OpeningHours = {
      weekly: [{ days: ['mo'], opens: '09:00', closes: '10:00' }],
      exceptions: [{ date: '2026-11-30' }],
    };
    expect(openAt(never, new Date('2026-11-23T09:00:00Z'), publicHolidayOn)).to.deep.equal({
      open: false,
    });
  });

  it('says nothing where the hours tell nothing of the day', () => {
    const byArrangement: OpeningHours = { description: { lv: 'Pēc vienošanās' } };
    expect(openAt(byArrangement, new Date(), publicHolidayOn)).to.equal(undefined);
  });
});

describe('public holidays', () => {
  const days: [string, ReturnType<typeof publicHolidayOn>][] = [
    ['2026-01-01', 'new-year'],
    ['2026-04-03', 'good-friday'],
    ['2026-04-05', 'easter'],
    ['2026-04-06', 'easter'],
    ['2024-03-31', 'easter'],
    ['2025-04-20', 'easter'],
    ['2038-04-25', 'easter'],
    ['2026-05-04', 'independence'],
    ['2026-05-10', 'mothers-day'],
    ['2026-05-24', 'pentecost'],
    ['2026-06-23', 'ligo'],
    ['2026-11-18', 'proclamation'],
    ['2026-12-31', 'new-years-eve'],
    // 4 May 2024 was a Saturday, 18 November 2023 too: the Monday after was free.
    ['2024-05-06', 'moved'],
    ['2023-11-20', 'moved'],
    // Christmas on a weekend moves no day.
    ['2027-12-27', undefined],
    ['2026-11-23', undefined],
    ['2026-05-03', undefined],
  ];
  for (const [day, expected] of days) {
    it(`${day}: ${expected ?? 'a day like any other'}`, () =>
      expect(publicHolidayOn(day)).to.equal(expected));
  }
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
    expect(fileTypeOf('https://a.example/Anketa.PDF?x=1')).to.equal('PDF');
    expect(fileTypeOf('https://a.example/anketa')).to.equal('');
  });
});
