/** What elements that read from the register ask of their attributes. */
import { liveSource, type ServiceSource } from '@pvp/sdk/source';
import { reportMisuse } from './allowed-words.ts';

// Apart, because an element that asks nothing before it is used must not bring the SDK along.
export { allowedWords, headingLevelOf, words } from './allowed-words.ts';
export { reportFailure, type ErrorDetail } from './report-failure.ts';

/** What an element reads from: a source of the page's own, else the register of the attribute. */
export function sourceOf<T extends ServiceSource = ServiceSource>(
  host: Element & { register: string | undefined; source: T | undefined },
): T | ReturnType<typeof liveSource> | undefined {
  const { register = '', source } = host;
  try {
    return source ?? liveSource(new URL(register || 'none:', document.baseURI).href);
  } catch {
    reportMisuse(host, 'register', register, 'an address such as https://register.example');
    return undefined;
  }
}
