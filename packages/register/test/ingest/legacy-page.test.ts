import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { LocalizedRichText } from '@pvp/contract';
import { isLegacyPage, readLegacyPage } from '../../src/ingest/legacy-page.ts';
import { plainText } from '../../src/ingest/rich-text/rich-text.ts';

const FOLDER = new URL('../../fixtures/legacy-page/', import.meta.url);
const AT = '2026-11-21T10:00:00Z';

function read(name: string) {
  const page = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as object;
  assert.ok(isLegacyPage(page));
  const { service, organization, warnings } = readLegacyPage(page, { at: AT });
  return { service, organization, warnings, codes: warnings.map(({ code }) => code) };
}

function words(text: LocalizedRichText | undefined, lang = 'lv'): string {
  return text?.[lang] ? plainText(text[lang]) : '';
}

test('a header that says free while a step charges gives no free row', () => {
  const { service, codes } = read('ozolleja-koki');
  assert.ok(codes.includes('header-free-but-charges'));
  assert.deepEqual(service.costs, [
    {
      id: 'c1',
      step: 's2',
      description: { lv: 'Atļauju izsniedz pēc zaudējumu atlīdzības samaksas.' },
    },
  ]);
});

test('a price among the details counts, and a step that repeats it adds none', () => {
  const { service, codes } = read('berzkrogs-aprupe');
  assert.ok(codes.includes('header-free-but-charges'));
  assert.deepEqual(service.costs, [
    { id: 'c1', value: 7.08, currency: 'EUR', description: { lv: 'par stundu' } },
  ]);
  assert.equal(service.terms, undefined);
  assert.ok(codes.includes('placeholder-value') && codes.includes('truncated-source'));
});

test('free where nothing charges', () => {
  assert.deepEqual(read('lietotaju-atbalsts').service.costs, [
    { id: 'c1', value: 0, currency: 'EUR' },
  ]);
});

test('facts of a page: term, recipients, channels, places, acts, summary and description', () => {
  const { service, organization } = read('ozolleja-koki');
  assert.deepEqual(service.terms, [{ id: 't1', max: 21, unit: 'working-day' }]);
  assert.deepEqual(service.recipients, ['resident', 'business', 'association', 'institution']);
  assert.deepEqual(
    service.channels?.map(({ kind, signature, places }) => [kind, signature, places?.[0]?.address]),
    [
      ['in-person', undefined, undefined],
      ['e-mail', true, undefined],
      [
        'post',
        undefined,
        { text: 'Ozolu iela 1, Ozolleja, Ozollejas novads, LV – 9901', postCode: 'LV-9901' },
      ],
    ],
  );
  assert.deepEqual(
    service.legalResources?.map(({ issuer, number, title }) => [issuer, number, title]),
    [
      ['Ministru kabinets', '309', 'Noteikumi par koku ciršanu ārpus meža'],
      ['Ozollejas novada dome', '42', 'Par koku ciršanu'],
      [undefined, undefined, 'Civillikuma 1474.pants'],
    ],
  );
  assert.equal(service.summary?.['lv'], 'Atļauju vajag, ja kokus cērt: ciemā; alejā; parkā.');
  assert.match(words(service.description), /alejā;\nparkā\.\nAugļu kokiem/);
  assert.match(words(service.steps?.[0]?.description), /^Iesniegumu iesniedz pašvaldībā:/);
  assert.doesNotMatch(JSON.stringify(service), /alert/);
  assert.deepEqual(
    service.documents?.map(({ kind }) => kind),
    ['form', 'evidence'],
  );
  assert.equal(service.holder, 'org-ozollejas-novada-pasvaldiba');
  assert.deepEqual(organization, {
    type: 'organization',
    id: 'org-ozollejas-novada-pasvaldiba',
    title: { lv: 'Ozollejas novada pašvaldība' },
    kind: 'municipality',
  });
});

test('what belongs to the collection is not published', () => {
  const { service } = read('ozolleja-koki');
  assert.doesNotMatch(JSON.stringify(service), /Paraugs pārbaudēm|"paraugs"|G04|title_from/);
  assert.equal(service.source, 'https://www.ozolleja.example/pakalpojumi/ozolleja-koki');
});

test('units that disagree, an old notice, an unknown channel, a price behind a link', () => {
  const { service, codes } = read('liepsala-tirdznieciba');
  for (const code of [
    'term-units-disagree',
    'expired-notice',
    'unknown-channel',
    'placeholder-value',
  ]) {
    assert.ok(codes.includes(code as (typeof codes)[number]), code);
  }
  assert.equal(service.changedAt, '2019-10-13T21:00:00Z');
  assert.deepEqual(service.recipients, ['resident', 'business', 'association']);
  assert.deepEqual(
    service.costs?.map(({ step }) => step),
    ['s2'],
  );
  const [online, mail, address] = service.channels ?? [];
  assert.equal(online?.requestable, true);
  assert.deepEqual(online?.landsOn, { lv: 'www.latvija.example' });
  assert.equal(mail?.email, 'pasts@liepsala.example');
  assert.equal(address?.kind, 'e-address');
  assert.deepEqual(
    service.sections?.map(({ title, content }) => [title?.['lv'], words(content)]),
    [
      ['Saistītie pakalpojumi', 'Tirgus statusa piešķiršana'],
      ['Saites', 'Pasta balodis'],
    ],
  );
});

test('the fields of the old form find their places', () => {
  const { service, codes } = read('kalnupe-dzimsana');
  assert.equal(service.title['lv'], 'DZIMŠANAS FAKTA REĢISTRĒŠANA');
  assert.deepEqual(service.alternativeTitles, [{ lv: 'Civilstāvokļa aktu reģistrācija' }]);
  assert.deepEqual(service.keywords, ['Dzimis bērns']);
  assert.deepEqual(service.terms, [
    { id: 't1', description: { lv: 'Apliecību izsniedz reģistrācijas dienā' } },
  ]);
  assert.equal(words(service.recipientNote), 'Bērna vecāki\nPilnvarota persona');
  assert.deepEqual(
    service.sections?.map(({ role }) => role),
    ['appeal'],
  );
  assert.equal(service.contacts?.[0]?.hours?.weekly?.length, 3);
  assert.equal(codes.filter((code) => code === 'placeholder-value').length, 4);
  assert.equal(service.costs, undefined);
});

test('an English page stands under English, its table as a table', () => {
  const { service, codes } = read('smilgaine-statement-en');
  assert.deepEqual(service.title, { en: 'Receipt of a statement of residence' });
  assert.deepEqual(service.languages, [{ lang: 'en' }]);
  assert.deepEqual(service.costs, [
    { id: 'c1', step: 's2', description: { en: "State fee per person's statement" } },
  ]);
  const fees = service.sections?.find(({ title }) => title?.['en'] === 'Fees');
  assert.equal(words(fees?.content, 'en'), 'Statement Fee\nOne person 2,85 EUR');
  assert.ok(codes.includes('missing-summary'));
});

test('without an institution or a summary a page comes in with warnings', () => {
  const { service, organization, codes } = read('bez-iestades-pabalsts');
  assert.equal(service.holder, undefined);
  assert.equal(organization, undefined);
  assert.deepEqual(service.aliases, ['ppk-5243']);
  assert.deepEqual(codes, ['missing-institution', 'missing-summary']);
});

test('payment table, terms in words, own number and local title of the former catalogue', () => {
  const { service } = read('ppk-kadastrs');
  assert.deepEqual(service.aliases, ['ppk-12087']);
  assert.deepEqual(service.costs, [
    {
      id: 'c1',
      value: 2.6,
      currency: 'EUR',
      description: { lv: 'kartes lejupielāde, Zemes vienība' },
    },
  ]);
  assert.deepEqual(
    service.terms?.map(({ max, unit }) => [max, unit]),
    [
      [20, 'working-day'],
      [1, 'hour'],
    ],
  );
  assert.deepEqual(service.steps?.[0]?.documents, ['d1']);
  assert.equal(service.alternativeTitles?.length, 1);
  assert.equal(words(service.recipientNote), 'Zemes īpašnieks.');
});

test('kinds of service; a general one has neither recipients nor a request', () => {
  assert.equal(read('digitalie-pieteiksanas').service.kind, 'inter-shared');
  const { service, codes } = read('atvertie-dati');
  assert.equal(service.kind, 'public-general');
  assert.equal(service.recipients, undefined);
  assert.equal(words(service.recipientNote), 'Jebkura persona');
  assert.equal(service.channels?.[0]?.requestable, undefined);
  assert.match(JSON.stringify(service.sections), /"href":"https:\/\/dati\.example"/);
  assert.equal(codes.filter((code) => code === 'page-furniture').length, 2);
});

test('the id stays; without a usable one the title gives it', () => {
  const page = {
    source_url: 'https://x.example',
    platform: 'tvp',
    process: [],
    title: 'Ēdināšana skolā',
  };
  assert.equal(readLegacyPage({ ...page, id: 'Ēd 1' }, { at: AT }).service.id, 'ed-1');
  assert.equal(readLegacyPage(page, { at: AT }).service.id, 'edinasana-skola');
});

test('a registered institution of the same name is found', () => {
  const page = {
    source_url: 'x',
    platform: 'tvp',
    process: [],
    title: 'T',
    institution: 'Ozollejas novada pašvaldība',
  };
  const { service, organization } = readLegacyPage(page, {
    at: AT,
    findOrganization: () => 'ozolleja',
  });
  assert.equal(service.holder, 'ozolleja');
  assert.equal(organization, undefined);
});
