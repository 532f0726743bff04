const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The line, counted from 1, on which a text stops being JSON. Node's own message does not always
 * tell the place.
 */
export function jsonErrorLine(text: string): number {
  const open: string[] = [];
  let expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'more' = 'value';
  let at = 0;
  for (;;) {
    at = match(SPACE, text, at) ?? at;
    const end = match(TOKEN, text, at);
    if (end === undefined) break;
    const first = text[at] ?? '';
    const container = open.at(-1) ?? '';
    const ends = expected === 'more' || expected === 'value-or-end' || expected === 'key-or-end';
    if (ends && first === CLOSERS[container]) {
      open.pop();
      expected = 'more';
    } else if (expected === 'more') {
      if (first !== ',' || container === '') break;
      expected = container === '{' ? 'key' : 'value';
    } else if (expected === 'colon') {
      if (first !== ':') break;
      expected = 'value';
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (first !== '"') break;
      expected = 'colon';
    } else if (first === '{' || first === '[') {
      open.push(first);
      expected = first === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      if (/[}\]:,]/.test(first)) break;
      expected = 'more';
    }
    at = end;
  }
  return text.slice(0, at).split('\n').length;
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
