/** Finds where a text stops being JSON: engines differ in what they tell, and tell it sparsely. */

const TOKEN =
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)|([[\]{},:]))/y;

export interface JsonFault {
  /** From 1. */
  line: number;
  column: number;
  reason: string;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  key: 'a name in double quotes',
  'key-or-end': 'a name in double quotes or }',
  colon: 'a colon',
  'comma-or-end': 'a comma or the closing bracket',
  end: 'the end',
};

/** The first fault of a text that `JSON.parse` refused; `undefined`: none was found. */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => (open.length > 0 ? 'comma-or-end' : 'end');
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const start = match ? TOKEN.lastIndex - (match[1] ?? match[2] ?? match[3] ?? '').length : at;
    if (match === null) {
      const rest = /[^ \t\n\r]/g;
      rest.lastIndex = at;
      const next = rest.exec(text);
      if (next === null && expected === 'end') return undefined;
      return fault(text, next?.index ?? text.length, expected);
    }
    at = TOKEN.lastIndex;
    const [, quoted, scalar, sign] = match;
    const inside = open.at(-1);
    if (quoted !== undefined && expected.startsWith('key')) expected = 'colon';
    else if ((quoted ?? scalar) !== undefined && expected.startsWith('value')) {
      expected = afterValue();
    } else if (sign === ':' && expected === 'colon') expected = 'value';
    else if (sign === ',' && expected === 'comma-or-end') {
      expected = inside === '{' ? 'key' : 'value';
    } else if ((sign === '[' || sign === '{') && expected.startsWith('value')) {
      open.push(sign);
      expected = sign === '[' ? 'value-or-end' : 'key-or-end';
    } else if (
      (sign === ']' && inside === '[' && /^(value-or-end|comma-or-end)$/.test(expected)) ||
      (sign === '}' && inside === '{' && /^(key-or-end|comma-or-end)$/.test(expected))
    ) {
      open.pop();
      expected = afterValue();
    } else return fault(text, start, expected);
  }
}

function fault(text: string, position: number, expected: Expected): JsonFault {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const found = position >= text.length ? 'the text ends' : 'something else stands';
  return {
    line,
    column: position - (before.lastIndexOf('\n') + 1) + 1,
    reason: `${found} where ${WORDS[expected]} should be`,
  };
}
