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
    },
  };
}

async function preferColorScheme(browser, id, value) {
  const page = browser.getPage?.(id);
  if (!page) return false;
  try {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return true;
  } catch (error) {
    // What puppeteer says where a browser's protocol has no such call.
    if (error.name === 'UnsupportedOperation') return false;
    throw error;
  }
}
