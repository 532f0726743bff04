/**
 * Commands of browser tests that the runner's own plugins know for some launchers only. A command
 * answers whether this browser could do it, so that a test decides by ability and not by name.
 */
export function browserAbilities() {
  return {
    name: 'browser-abilities',
    async executeCommand({ command, payload, session: { id, browser } }) {
      if (command === 'resize-viewport') {
        if (browser.resizeViewport) await browser.resizeViewport(id, payload);
        else await browser.getPage(id).setViewport(payload);
        return true;
      }
      if (command === 'prefer-color-scheme') return preferColorScheme(browser, id, payload);
      if (command === 'print-media') return printMedia(browser, id, payload);
      if (command === 'press-tab') return pressTab(browser, id, payload);
      if (command === 'accessibility-tree') return accessibilityTree(browser, id, payload);
      if (command === 'collect-garbage') return collectGarbage(browser, id);
    },
  };
}

const preferColorScheme = (browser, id, value) =>
  ifSupported(browser, id, (page) =>
    page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
  );

const printMedia = (browser, id, active) =>
  ifSupported(browser, id, (page) => page.emulateMediaType(active ? 'print' : 'screen'));

async function ifSupported(browser, id, act) {
  const page = browser.getPage?.(id);
  if (!page) return false;
  try {
    await act(page);
    return true;
  } catch (error) {
    // What puppeteer says where a browser's protocol has no such call.
    if (error.name === 'UnsupportedOperation') return false;
    throw error;
  }
}

/** The Tab key, with Shift where the way leads back. */
async function pressTab(browser, id, { back }) {
  if (browser.pressTogether) {
    // Code points of WebDriver for Shift and Tab.
    await browser.pressTogether(id, back ? ['\uE008', '\uE004'] : ['\uE004']);
    return true;
  }
  const { keyboard } = browser.getPage(id);
  if (back) await keyboard.down('Shift');
  await keyboard.press('Tab');
  if (back) await keyboard.up('Shift');
  return true;
}

/** What the browser tells assistive technology of one element; false where it cannot be asked. */
async function accessibilityTree(browser, id, { selector }) {
  const page = browser.getPage?.(id);
  // Firefox has no such call in WebDriver BiDi.
  if (!page?.accessibility || page.browser().protocol !== 'cdp') return false;
  const root = await page.$(selector);
  return page.accessibility.snapshot({ root, interestingOnly: false });
}

/** Collects all that nothing holds; false where the browser cannot be told to. */
async function collectGarbage(browser, id) {
  const page = browser.getPage?.(id);
  if (!page || page.browser().protocol !== 'cdp') return false;
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return true;
}
