import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LifeEventAnswer, Problem, Service, ServiceList, SupportAnswer } from '@pvp/contract';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { checked } from './contract-check.ts';
import { SAMPLE_RECORDS } from './sample-records.ts';

let register: RegisterFixture;
before(async () => {
  register = await openRegister({ seed: SAMPLE_RECORDS });
});
after(() => register.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${register.origin}${path}`, { headers });
const idsOf = async (path: string) => {
  const list = (await checked('listServices', await get(path))) as ServiceList;
  return list.items.map(({ id }) => id).sort();
};

describe('every read endpoint keeps the contract', () => {
  for (const [operation, path, status] of [
    ['listServices', '/v1/services?lang=en&limit=1', 200],
    ['listServices', '/v1/services?limit=0', 400],
    ['getService', '/v1/services/PV-1001', 200],
    ['getService', '/v1/services/nothing', 404],
    ['getService', '/v1/services/PV-9004', 410],
    ['listLifeEvents', '/v1/life-events?institution=ozolleja&profile=residents', 200],
    ['listLifeEvents', '/v1/life-events?profile=everybody', 400],
    ['getLifeEvent', '/v1/life-events/dzivesvietas-maina', 200],
    ['getLifeEvent', '/v1/life-events/nothing', 404],
    ['listOrganizations', '/v1/organizations', 200],
    ['listOrganizations', '/v1/organizations?cursor=%20x', 400],
    ['getOrganization', '/v1/organizations/90009990001', 200],
    ['getOrganization', '/v1/organizations/nothing', 404],
    ['getResourceStatus', '/v1/resources/RES-SECRET-LINK/status', 200],
    ['getResourceStatus', '/v1/resources/nothing/status', 404],
    ['getSupport', '/v1/support?service=PV-1001', 200],
    ['getSupport', '/v1/support?service=nothing', 404],
    ['getSupport', '/v1/support?service=a/b', 400],
    ['listKnowledge', '/v1/knowledge?q=deklarē&service=PV-1001&institution=ozolleja', 200],
    ['listKnowledge', '/v1/knowledge?limit=x', 400],
    ['getHead', '/v1/sync/all/head', 200],
    ['getHead', '/v1/sync/institution/ozolleja/head', 200],
    ['getHead', '/v1/sync/life-event/dzivesvietas-maina/head', 200],
    ['getHead', '/v1/sync/institution/nothing/head', 404],
    ['getOpenapi', '/v1/openapi.json', 200],
    ['getHealth', '/v1/health', 200],
  ] as const) {
    test(`${operation} ${path} answers ${status}`, async () => {
      const response = await get(path);
      assert.equal(response.status, status);
      await checked(operation, response);
    });
  }
});

describe('lists of services', () => {
  test('show all anonymous kinds but those of general benefit', async () => {
    assert.deepEqual(await idsOf('/v1/services'), [
      'PV-1001',
      'PV-1002',
      'PV-1500',
      'PV-3001',
      'PV-9002',
    ]);
  });
  test('add services of general benefit on request', async () => {
    assert.ok((await idsOf('/v1/services?general=true')).includes('PV-4001'));
  });
  test('follow the catalogue profiles', async () => {
    assert.deepEqual(await idsOf('/v1/services?profile=residents'), [
      'PV-1001',
      'PV-1002',
      'PV-9002',
    ]);
    assert.deepEqual(await idsOf('/v1/services?profile=businesses'), ['PV-1500']);
    assert.deepEqual(await idsOf('/v1/services?profile=institutions'), ['PV-3001']);
  });
  test('lead from page to page through every card once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/v1/services?limit=2';
    while (path !== undefined) {
      const list = (await checked('listServices', await get(path))) as ServiceList;
      seen.push(...list.items.map(({ id }) => id));
      path = list.next && `/v1/services?limit=2&cursor=${encodeURIComponent(list.next)}`;
    }
    assert.equal(seen.length, 5);
    assert.equal(new Set(seen).size, 5);
  });
  test('tell every bad parameter at once', async () => {
    const response = await get('/v1/services?profile=x&limit=999&channel=smoke-signal');
    const problem = (await checked('listServices', response)) as Problem;
    assert.equal(response.status, 400);
    assert.deepEqual(problem.errors?.map(({ field }) => field).sort(), [
      'channel',
      'limit',
      'profile',
    ]);
  });
  test('carry the outage of what a service depends on', async () => {
    const list = (await checked(
      'listServices',
      await get('/v1/services?q=dzivesvietas'),
    )) as ServiceList;
    assert.equal(list.items.find(({ id }) => id === 'PV-1001')?.outage, 'outage');
    assert.equal(list.items.find(({ id }) => id === 'PV-1002')?.outage, undefined);
  });
});

describe('one service', () => {
  const service = async (id: string) =>
    (await checked('getService', await get(`/v1/services/${id}`))) as Service;

  test('names linked objects, instances and outages without ids of resources', async () => {
    const { derived } = await service('PV-1001');
    assert.deepEqual(derived?.objects?.['organization/ozolleja'], {
      title: { lv: 'Ozollejas novada pašvaldība', en: 'Ozolleja Municipality' },
      url: 'https://ozolleja.example',
    });
    assert.deepEqual(derived?.objects?.['life-event/dzivesvietas-maina']?.title, {
      lv: 'Dzīvesvietas maiņa',
    });
    assert.equal(derived?.objects?.['service/PV-1500']?.status, 'active');
    assert.deepEqual(
      derived?.instances?.map(({ id, institution }) => [id, institution]),
      [
        ['PV-1001', 'ozolleja'],
        ['PV-1002', 'berzkrogs'],
      ],
    );
    assert.deepEqual(derived?.outages, [
      {
        title: { lv: 'E-veidlapu sistēma' },
        state: 'outage',
        message: { lv: 'Notiek atjaunošana' },
        since: '2026-11-20T08:00:00Z',
      },
    ]);
    assert.ok(!JSON.stringify(derived).includes('RES-SECRET-LINK'));
  });
  test('is found by its alias', async () => {
    const found = await service('ppk-77');
    assert.equal(found.id, 'PV-1001');
    assert.deepEqual(found.derived?.resolvedFrom, { id: 'ppk-77', reason: 'alias' });
  });
  test('is found by the id of a service or of work that was merged into it', async () => {
    for (const [id, title] of [
      ['PV-9001', 'Vecā deklarēšana'],
      ['W-1', 'Adreses maiņa'],
    ] as const) {
      const found = await service(id);
      assert.equal(found.id, 'PV-1001');
      assert.deepEqual(found.derived?.resolvedFrom, {
        id,
        reason: 'merged',
        title: { lv: title },
      });
    }
  });
  test('is shown while suspended', async () => {
    assert.equal((await service('PV-9002')).status, 'suspended');
  });
  test('is gone when retired, and names its successor', async () => {
    const response = await get('/v1/services/PV-9003');
    const problem = (await checked('getService', response)) as Problem;
    assert.equal(response.status, 410);
    assert.equal(response.headers.get('cache-control'), 'max-age=60');
    assert.equal(problem.subject?.title['lv'], 'Izbeigts pakalpojums');
    assert.ok(problem.subject?.statusNote?.['lv']);
    assert.equal(problem.subject?.successor?.id, 'PV-1500');
  });
  test('that is restricted answers exactly as an unknown id', async () => {
    const shape = async (id: string) => {
      const response = await get(`/v1/services/${id}`);
      const { instance: _instance, ...problem } = (await response.json()) as Problem;
      const headers = Object.fromEntries(response.headers);
      delete headers['date'];
      return { status: response.status, problem, headers };
    };
    const unknown = await shape('PV-0000');
    assert.equal(unknown.status, 404);
    assert.deepEqual(await shape('PV-3002'), unknown);
    const alias = await shape('slepens-alias');
    assert.deepEqual(alias, unknown);
  });
});

describe('a service in other forms', () => {
  const as = async (accept: string) => {
    const response = await get('/v1/services/PV-1001', { accept });
    return { response, body: (await checked('getService', response)) as Record<string, unknown> };
  };
  test('CPSV-AP', async () => {
    const { response, body } = await as('application/ld+json');
    assert.equal(response.headers.get('content-type'), 'application/ld+json');
    assert.equal(body['@type'], 'cpsv:PublicService');
    assert.equal(body['dct:identifier'], 'PV-1001');
    assert.equal((body['cv:hasCost'] as unknown[]).length, 2);
  });
  test('schema.org', async () => {
    const { body } = await as('application/ld+json;profile="https://schema.org"');
    assert.equal(body['@type'], 'GovernmentService');
    assert.equal(body['name'], 'Dzīvesvietas deklarēšana');
  });
  test('HSDS', async () => {
    const { response, body } = await as('application/vnd.hsds+json');
    assert.equal(response.headers.get('content-type'), 'application/vnd.hsds+json');
    assert.equal(body['status'], 'active');
    assert.equal((body['cost_options'] as unknown[]).length, 2);
    assert.equal((body['required_documents'] as unknown[]).length, 1);
    assert.equal((body['service_at_locations'] as unknown[]).length, 1);
  });
  test('weights decide, and a browser gets JSON', async () => {
    const weighted = await as('application/vnd.hsds+json;q=0.2, application/ld+json;q=0.9');
    assert.equal(weighted.body['@type'], 'cpsv:PublicService');
    const browser = await as('text/html,application/xhtml+xml,*/*;q=0.8');
    assert.equal(browser.response.headers.get('content-type'), 'application/json');
  });
  test('another form is refused', async () => {
    const response = await get('/v1/services/PV-1001', { accept: 'text/turtle' });
    assert.equal(response.status, 406);
    await checked('getService', response);
  });
});

describe('life events', () => {
  test('are in the order of their titles and count what leads on from them', async () => {
    const list = (await checked('listLifeEvents', await get('/v1/life-events'))) as {
      items: LifeEventAnswer[];
    };
    assert.deepEqual(
      list.items.map(({ id, derived }) => [id, derived.serviceCount]),
      [
        ['dzivesvietas-maina', 2],
        ['majokla-buvnieciba', 1],
      ],
    );
    assert.deepEqual(list.items[0]?.derived.needs[0]?.services, ['PV-1001', 'PV-1002']);
  });
  test('narrow to one institution', async () => {
    const answer = await get('/v1/life-events?institution=90009990001');
    const list = (await checked('listLifeEvents', answer)) as { items: LifeEventAnswer[] };
    assert.deepEqual(list.items[0]?.derived.needs[0]?.services, ['PV-1001']);
  });
});

describe('support', () => {
  const support = async (query: string) =>
    (await checked('getSupport', await get(`/v1/support${query}`))) as SupportAnswer;
  const placesOf = (answer: SupportAnswer, level: number) =>
    answer.levels[level]!.places.map(({ place, main }) => `${place.id}${main ? ' main' : ''}`);

  test('of the country where nobody is named', async () => {
    const answer = await support('');
    assert.deepEqual(placesOf(answer, 0), ['sp-nation main']);
    assert.deepEqual(placesOf(answer, 1), ['sp-centre main']);
    assert.deepEqual(placesOf(answer, 2), []);
    assert.deepEqual(answer.duties['access'], ['sp-centre']);
  });
  test('of an institution adds its own places by the matrix', async () => {
    const answer = await support('?institution=ozolleja');
    assert.deepEqual(placesOf(answer, 1), ['sp-centre main', 'sp-desk']);
    assert.deepEqual(placesOf(answer, 2), ['sp-desk main']);
  });
  test('of a service stands before that of its institution', async () => {
    const answer = await support('?service=PV-1001');
    assert.deepEqual(placesOf(answer, 2), ['sp-desk-1001 main']);
  });
  test('of a restricted service is unknown', async () => {
    assert.equal((await get('/v1/support?service=PV-3002')).status, 404);
  });
});

test('knowledge is searched without case and diacritics, and narrows to a service', async () => {
  const ids = async (query: string) => {
    const answer = (await checked('listKnowledge', await get(`/v1/knowledge${query}`))) as {
      items: { id: string }[];
    };
    return answer.items.map(({ id }) => id);
  };
  assert.deepEqual(await ids('?q=PALIDZIBU'), ['kn-2']);
  assert.deepEqual(await ids('?service=ppk-77'), ['kn-1']);
  assert.deepEqual(await ids('?institution=berzkrogs'), ['kn-2']);
  assert.deepEqual(await ids('?institution=ozolleja'), ['kn-1', 'kn-2']);
});
