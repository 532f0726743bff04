/**
 * The demo site in a browser, against the built elements and a real register. One file, so that the
 * suites share one browser and one register.
 */
import { after, before, describe } from 'node:test';
import { fallbackSuite } from './fallback-suite.ts';
import { firstLoadSuite } from './first-load-suite.ts';
import { helpDeskSuite } from './help-desk-suite.ts';
import { layoutShiftSuite } from './layout-shift-suite.ts';
import { liveSuite } from './live-suite.ts';
import { oneScriptSuite } from './one-script-suite.ts';
import { pagesSuite } from './pages-suite.ts';
import { searchSuite } from './search-suite.ts';
import { staticSnapshotSuite } from './static-snapshot-suite.ts';
import { openStage, type Stage } from './support/stage.ts';
import { trustedTypesSuite } from './trusted-types-suite.ts';

describe('demo site in a browser', () => {
  let stage: Stage | undefined;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  const stageOf = (): Stage => {
    if (!stage) throw new Error('The register, the demo site or the browser did not start.');
    return stage;
  };
  pagesSuite(stageOf);
  fallbackSuite(stageOf);
  oneScriptSuite(stageOf);
  trustedTypesSuite(stageOf);
  layoutShiftSuite(stageOf);
  staticSnapshotSuite(stageOf);
  helpDeskSuite(stageOf);
  firstLoadSuite(stageOf);
  searchSuite(stageOf);
  // Last: it changes what is registered.
  liveSuite(stageOf);
});
