/**
 * Where the first list of a catalogue is, told by its markup alone. The catalogue itself asks the same
 * (`readSettings`, `listQuery`, `serviceListSearchParams`), but its code is still on its way here, and
 * whatever this shares with it would have to be waited for. An address that turns out to be another
 * one costs a request and nothing else.
 */

/** Narrowed in seldom ways; or with a copy on the device, which waits less long for the register. */
const OTHERWISE = '[recipient],[life-event],[group],[profile],[general],[offline]';

/** `undefined` where the markup does not tell it, or no register is asked. */
export function firstListAddress(element: Element): string | undefined {
  const read = (name: string) => element.getAttribute(name) ?? '';
  const params = new URLSearchParams();
  const set = (name: string, value: unknown) => value && params.set(name, String(value));

  const institutions = new Set(read('institution').match(/[^\s,]+/g));
  for (const id of [...institutions].sort()) params.append('institution', id);
  set('unified', institutions.size !== 1);
  const lang = read('content-lang') || languageAround(element);
  set('lang', lang !== 'lv' && lang);
  const limit = read('limit') || read('rows');
  set('limit', limit !== '20' && limit);

  const [register] = /^https?:\/\/[^/]+(?=\/?$)/.exec(read('register')) ?? [];
  const isElsewhere =
    element.matches(OTHERWISE) ||
    (location.search && element.matches('[deep-links]')) ||
    // A visitor who comes back may have searched before.
    /visit-/.test(JSON.stringify(history.state) ?? '') ||
    (element as { source?: unknown }).source;
  if (register && !isElsewhere) return `${register}/v1/services?${params}`.replace(/\?$/, '');
  return undefined;
}

function languageAround(element: Element): string {
  const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? '';
  return /^(en|ru)\b/i.exec(lang)?.[1]?.toLowerCase() ?? 'lv';
}
