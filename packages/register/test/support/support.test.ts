import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { SUPPORT_PLACE_KINDS, type FullRecord, type SupportAnswer } from '@pvp/contract';
import { openRegister, type RegisterFixtureOptions } from '@pvp/testing';
import { readConfig } from '../../src/config.ts';
import { SUPPORT_DATA } from '../../src/support/support-data.ts';
import { checked } from '../http/contract-check.ts';
import { SAMPLE_RECORDS } from '../http/sample-records.ts';
import { temporaryFolder } from '../store/test-place.ts';

type Full = FullRecord & Record<string, unknown>;

async function open(t: TestContext, options: RegisterFixtureOptions = {}, more: Full[] = []) {
  const register = await openRegister({ seed: [...SAMPLE_RECORDS, ...more], ...options });
  t.after(() => register.close());
  return async (query = '') => {
    const response = await fetch(`${register.origin}/v1/support${query}`);
    return (await checked('getSupport', response)) as SupportAnswer;
  };
}

const place = (id: string, more: Record<string, unknown>): Full => ({
  type: 'support-place',
  id,
  title: { lv: id },
  organization: 'ozolleja',
  ...more,
});

describe('support', () => {
  test('says for whom it is, and in which situations people need it', async (t) => {
    const support = await open(t);
    const { about } = await support('?service=ppk-77');
    assert.equal(about.service?.id, 'PV-1001');
    assert.equal(about.institution?.title['lv'], 'Ozollejas novada pašvaldība');
    assert.deepEqual(
      about.lifeEvents.map(({ id }) => id),
      ['dzivesvietas-maina'],
    );
    assert.deepEqual(
      about.needs.map(({ title }) => title['lv']),
      ['Deklarēt dzīvesvietu'],
    );
    const own = await support('?institution=90009990001');
    assert.equal(own.about.institution?.id, 'ozolleja');
    assert.deepEqual((await support()).about, { lifeEvents: [], needs: [] });
  });

  test('tells which places are remote and which are visited', async (t) => {
    const support = await open(t);
    const { levels } = await support('?institution=ozolleja');
    const ways = levels.flatMap(({ places }) => places.map((each) => [each.place.id, each.way]));
    assert.deepEqual(
      new Map(ways as [string, string][]),
      new Map([
        ['sp-nation', 'remote'],
        ['sp-centre', 'in-person'],
        ['sp-desk', 'remote'],
      ]),
    );
  });

  test('names what is owed and nobody offers', async (t) => {
    const support = await open(t);
    const { gaps, takesRequests } = await support('?institution=berzkrogs');
    assert.equal(takesRequests, true);
    assert.deepEqual(gaps, { levels: [], ways: [], duties: ['training', 'partners'] });

    const without = await open(t, { env: { PVP_REQUESTS: '{"enabled":false}' } });
    const answer = await without('?institution=berzkrogs');
    assert.equal(answer.takesRequests, false);
    assert.deepEqual(answer.gaps.levels, [2], 'without requests nobody reaches an expert');
  });

  test('names the partners of the places that help, once each, with where they help', async (t) => {
    const help = { place: 'institution-remote', duties: ['partners'] };
    const organization = (id: string, more: object): Full =>
      ({ type: 'organization', id, kind: 'other', ...more }) as Full;
    const support = await open(t, {}, [
      organization('tulki', {
        aliases: ['40000000001'],
        title: { lv: 'Tulku biedrība', en: 'Interpreters' },
        homepage: 'https://tulki.example',
      }),
      organization('seniori', { title: { lv: 'Senioru kustība' } }),
      place('sp-video', { ...help, means: 'video', partners: ['tulki', 'seniori', 'nobody'] }),
      place('sp-phone', { ...help, means: 'phone', partners: ['40000000001'] }),
      place('sp-berzkrogs', {
        ...help,
        organization: 'berzkrogs',
        means: 'video',
        partners: ['seniori'],
      }),
    ]);
    const { partners, duties } = await support('?service=PV-1001');
    assert.deepEqual(new Set(duties['partners']), new Set(['sp-video', 'sp-phone']));
    const byId = new Map(partners.map((one) => [one.id, one]));
    assert.deepEqual([...byId.keys()].sort(), ['seniori', 'tulki'], 'nobody is registered');
    assert.deepEqual(byId.get('tulki')?.title, { lv: 'Tulku biedrība', en: 'Interpreters' });
    assert.equal(byId.get('tulki')?.homepage, 'https://tulki.example');
    assert.deepEqual(new Set(byId.get('tulki')?.places), new Set(['sp-video', 'sp-phone']));
    assert.deepEqual(byId.get('seniori'), {
      id: 'seniori',
      title: { lv: 'Senioru kustība' },
      places: ['sp-video'],
    });
    const elsewhere = await support('?institution=berzkrogs');
    assert.deepEqual(
      elsewhere.partners.map(({ id, places }) => [id, places]),
      [['seniori', ['sp-berzkrogs']]],
    );
    assert.deepEqual((await support()).partners, [], 'of no place that helps everybody');
  });

  test('of a service overrides the institution, and this one the country, by place and means', async (t) => {
    const support = await open(t, {}, [
      place('visit-country', { organization: undefined, place: 'customer-centre', means: 'visit' }),
      place('visit-own', { place: 'customer-centre', means: 'visit' }),
      place('phone-own', { place: 'customer-centre', means: 'phone' }),
      place('visit-service', { place: 'customer-centre', means: 'visit', services: ['ppk-77'] }),
    ]);
    const centres = async (query: string) =>
      (await support(query)).levels[2]!.places.map((each) => each.place)
        .filter(({ place: kind }) => kind === 'customer-centre')
        .map(({ id }) => id);
    assert.deepEqual(await centres('?institution=berzkrogs'), ['visit-country']);
    assert.deepEqual(await centres('?institution=ozolleja'), ['phone-own', 'visit-own']);
    assert.deepEqual(await centres('?service=PV-1001'), ['visit-service', 'phone-own']);
  });
});

describe('the matrix', () => {
  test('has a rule for every place, and every level has a main one', () => {
    const { matrix } = SUPPORT_DATA;
    assert.deepEqual(Object.keys(matrix).sort(), [...SUPPORT_PLACE_KINDS].sort());
    for (const level of ['0', '1', '2']) {
      assert.ok(
        Object.values(matrix).some(({ levels }) => levels[level] === 'main'),
        level,
      );
    }
  });
  test('can be replaced by a file, whole', async (t) => {
    const file = join(temporaryFolder(t), 'matrix.json');
    writeFileSync(file, '{"one-stop-centre":{"way":"in-person","levels":{"2":"main"}}}');
    const support = await open(t, { env: { PVP_SUPPORT_MATRIX: file } });
    const { levels } = await support('?institution=ozolleja');
    assert.deepEqual(
      levels.map(({ places }) => places.map((each) => each.place.id)),
      [[], [], ['sp-centre']],
    );
  });
  test('that is none is refused at the start', (t) => {
    const file = join(temporaryFolder(t), 'matrix.json');
    writeFileSync(file, '{"one-stop-centre":{"way":"in-person","levels":{"3":"main"}}}');
    for (const path of [file, '/nowhere.json']) {
      assert.throws(() => readConfig({ PVP_SUPPORT_MATRIX: path }), /PVP_SUPPORT_MATRIX/);
    }
  });
});

describe('the holidays', () => {
  test('are those of this year and the next', async (t) => {
    const support = await open(t, { clock: () => new Date('2028-11-21T08:00:00Z') });
    const { holidays } = await support();
    assert.equal(holidays[0]?.date, '2028-01-01');
    assert.equal(holidays.at(-1)?.date, '2029-12-31');
    const moved = holidays.find(({ date }) => date === '2028-11-20');
    assert.match(moved?.title['lv'] ?? '', /pārcelta/, '18 November is a Saturday');
  });

  test('follow from the law', () => {
    const years = [...new Set(SUPPORT_DATA.holidays.map(({ date }) => date.slice(0, 4)))];
    assert.deepEqual(years, ['2026', '2027', '2028', '2029', '2030']);
    for (const year of years) {
      const listed = SUPPORT_DATA.holidays
        .map(({ date }) => date)
        .filter((d) => d.startsWith(year));
      assert.deepEqual(listed, lawfulHolidays(Number(year)), year);
    }
  });

  test('can be replaced by a file', (t) => {
    const file = join(temporaryFolder(t), 'holidays.json');
    writeFileSync(
      file,
      '[{"date":"2027-05-04","title":{"lv":"B"}},{"date":"2027-01-01","title":{"lv":"A"}}]',
    );
    const { support } = readConfig({ PVP_HOLIDAYS: file });
    assert.deepEqual(
      support.holidays.map(({ title }) => title['lv']),
      ['A', 'B'],
    );
    writeFileSync(file, '[{"date":"2027-13-01","title":{"lv":"A"}}]');
    assert.throws(() => readConfig({ PVP_HOLIDAYS: file }), /PVP_HOLIDAYS/);
  });
});

const DAY_MS = 24 * 3600 * 1000;

/** Written apart from the file: fixed days, those that hang on Easter, and days off in lieu. */
function lawfulHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const at = (month: number, day: number) => Date.UTC(year, month - 1, day);
  const days = [
    [1, 1],
    [5, 1],
    [5, 4],
    [6, 23],
    [6, 24],
    [11, 18],
    [12, 24],
    [12, 25],
    [12, 26],
    [12, 31],
  ].map(([month, day]) => at(month!, day!));
  days.push(...[-2, 0, 1, 49].map((after) => easter + after * DAY_MS));
  const mayWeekday = new Date(at(5, 1)).getUTCDay();
  days.push(at(5, 1 + ((7 - mayWeekday) % 7) + 7));
  for (const day of [at(5, 4), at(11, 18)]) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 6) days.push(day + 2 * DAY_MS);
    if (weekday === 0) days.push(day + DAY_MS);
  }
  return days.sort((a, b) => a - b).map((day) => new Date(day).toISOString().slice(0, 10));
}

/** The first Sunday after the first full moon of the church on or after 21 March, by Gauss. */
function easterSunday(year: number): number {
  const a = year % 19;
  const d = (19 * a + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const special = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10) ? -7 : 0;
  return Date.UTC(year, 2, 22 + d + e + special);
}
