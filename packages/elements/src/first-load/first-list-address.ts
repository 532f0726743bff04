/**
 * Where the first list of a catalogue is, told by its markup alone. The catalogue itself asks the same
 * (`readSettings`, `listQuery`, `serviceListSearchParams`), but its code is still on its way here, and
 * whatever this shares with it would have to be waited for. An address that turns out to be another
 * one costs a request and nothing else.
 */

/** `undefined` where the markup does not tell it, or no register is asked. */
export function firstListAddress(element: Element): string | undefined {
  const read = (name: string) => element.getAttribute(name) ?? '';
  const params = new URLSearchParams();
  const set = (name: string, value: unknown) => value && params.set(name, String(value));

  for (const name of ['institution', 'recipient', 'lifeEvent', 'group']) {
    const attribute = name.replace('E', '-e');
    const words = new Set(read(attribute).match(/[^\s,]+/g));
    for (const word of [...words].sort()) params.append(name, word);
  }
  set('profile', read('profile').trim());
  set('general', element.hasAttribute('general'));
  set('unified', params.getAll('institution').length !== 1);
  const lang = read('content-lang') || languageAround(element);
  set('lang', lang !== 'lv' && lang);
  const limit = Math.min(Math.trunc(Number(read('limit') || read('rows'))) || 20, 200);
  set('limit', limit > 0 && limit !== 20 && limit);

  const [register] = /^https?:\/\/[^/]+(?=\/?$)/.exec(read('register')) ?? [];
  const isElsewhere =
    // A visitor who comes back may have searched before.
    /visit-/.test(JSON.stringify(history.state) ?? '') ||
    (location.search && element.hasAttribute('deep-links')) ||
    // What has a copy on the device waits less long.
    element.hasAttribute('offline') ||
    (element as { source?: unknown }).source;
  if (register && !isElsewhere) return `${register}/v1/services?${params}`.replace(/\?$/, '');
  return undefined;
}

function languageAround(element: Element): string {
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? '';
  return /^(en|ru)\b/i.exec(lang)?.[1]?.toLowerCase() ?? 'lv';
}
