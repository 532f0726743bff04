/** Several files, and several versions, of the elements on one page that demands Trusted Types. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { until } from '@pvp/testing';
import { shownTitles } from './support/shown.ts';
import { servePages, type PageServer } from './support/page-server.ts';
import { BUNDLES, type Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

const { version: VERSION } = JSON.parse(
  await readFile(new URL('../../elements/package.json', import.meta.url), 'utf8'),
) as { version: string };
const OTHER_VERSION = '7.0.0-other';
const TAGS = ['pvp-service-card', 'pvp-service-catalogue'] as const;
const ALONE = "require-trusted-types-for 'script'; trusted-types lit-html";
const SEVERAL = `${ALONE} 'allow-duplicates'`;

export function trustedTypesSuite(stageOf: () => Stage): void {
  describe('several files and versions under Trusted Types', () => {
    let folder: string;
    let server: PageServer;

    before(async () => {
      folder = `${await mkdtemp(join(tmpdir(), 'pvp-versions-'))}/`;
      await makeOtherVersion(folder);
      server = await servePages({
        folders: { '/this/': BUNDLES, '/other/': folder },
        pages: {
          '/alone': page('/this/'),
          '/several': page('/this/'),
          '/versions': page('/this/', '/other/'),
        },
        policyOf: (path) => (path === '/alone' ? ALONE : SEVERAL),
      });
    });
    after(async () => {
      await server?.close();
      if (folder) await rm(folder, { recursive: true });
    });

    function page(...folders: string[]): string {
      const scripts = folders
        .flatMap((path) =>
          TAGS.map((tag) => `<script type="module" src="${path}${tag}.js"></script>`),
        )
        .join('');
      const register = stageOf().register.origin;
      return `<!doctype html><html lang="lv"><title>Lapa</title><link rel="icon" href="data:,">${scripts}
      <pvp-service-card register="${register}" service="PV-1001"><a href="/">Saite</a></pvp-service-card>
      <pvp-service-catalogue register="${register}" institution="transports"><a href="/">Saite</a></pvp-service-catalogue>`;
    }

    /** The built elements under another version and with other names of their chunks. */
    async function makeOtherVersion(target: string): Promise<void> {
      const names = (await readdir(BUNDLES, { recursive: true })).filter((name) =>
        name.endsWith('.js'),
      );
      const chunks = names
        .filter((name) => name.startsWith('chunks'))
        .map((name) => name.slice('chunks/'.length));
      let versions = 0;
      for (const name of names) {
        let code = await readFile(join(BUNDLES, name), 'utf8');
        for (const chunk of chunks) code = code.replaceAll(chunk, `other-${chunk}`);
        versions += code.split(VERSION).length - 1;
        code = code.replaceAll(VERSION, OTHER_VERSION);
        const file = join(target, name.replace(/^chunks./, 'chunks/other-'));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, code);
      }
      assert.ok(versions > 0, `the bundles name their version ${VERSION}`);
    }

    for (const [path, policy] of [
      ['/alone', ALONE],
      ['/several', SEVERAL],
    ] as const) {
      test(`two files of one version work together under ${policy}`, async () => {
        const visit = await newVisit(stageOf().browser);
        try {
          await visit.page.goto(server.origin + path);
          await bothDrawn(visit.page);
          assert.deepEqual(visit.printed, []);
          assert.deepEqual(await visit.violations(), []);
        } finally {
          await visit.close();
        }
      });
    }

    test('of two versions on one page the first one works, and the second says once per element that it does not', async () => {
      const visit = await newVisit(stageOf().browser);
      try {
        await visit.page.goto(`${server.origin}/versions`, { waitUntil: 'networkidle0' });
        await bothDrawn(visit.page);
        const other = visit.requested.filter((url) => url.includes('/other/'));
        assert.ok(
          other.some((url) => url.includes('/chunks/other-')),
          'the other version was loaded',
        );
        assert.deepEqual(
          visit.printed.sort(),
          TAGS.map(
            (tag) =>
              `warn: <${tag}> is defined by version ${VERSION}; ` +
              `version ${OTHER_VERSION} is not used here.`,
          ),
        );
        assert.deepEqual(await visit.violations(), []);
        for (const tag of TAGS) {
          const version = await visit.page.evaluate(
            (name) => (customElements.get(name) as unknown as { version: string }).version,
            tag,
          );
          assert.equal(version, VERSION, tag);
        }
      } finally {
        await visit.close();
      }
    });

    async function bothDrawn(page: Parameters<typeof shownTitles>[0]): Promise<void> {
      await until('the service', async () =>
        (await shownTitles(page, 'pvp-service-card')).includes('Dzīvesvietas deklarēšana'),
      );
      await until('the list', async () =>
        (await shownTitles(page, 'pvp-service-catalogue')).includes(
          'Transportlīdzekļa reģistrācija',
        ),
      );
    }
  });
}
