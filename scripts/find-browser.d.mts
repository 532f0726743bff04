export const BROWSER_FLAGS: string[];

/**
 * Path of a browser's executable, installed on Debian as root where there is none.
 *
 * @throws {Error} with one sentence that says what is missing.
 */
export function findBrowser(
  kind?: 'chromium' | 'firefox' | 'webkit' | 'webkit-driver' | 'x-server',
): string;
