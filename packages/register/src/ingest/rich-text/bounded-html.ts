/**
 * Makes hostile or broken HTML cheap to parse. HTML parsers follow nesting, so markup that opens
 * fifty thousand elements costs quadratic time and, in tree walkers, the stack. This pass is
 * linear: it leaves out tags below a depth, keeps their text, and leaves out elements whose
 * content is never text for people. It is no sanitiser; that follows after parsing.
 */

/** Levels of elements that are parsed as such; tags below are left out, their text stays. */
export const MAX_HTML_DEPTH = 40;

/** Left out with their content before parsing, up to the first closing tag. */
const OPAQUE = new Set([
  'script',
  'style',
  'iframe',
  'svg',
  'math',
  'template',
  'noscript',
  'noembed',
  'noframes',
  'object',
  'title',
  'textarea',
  'select',
]);

/** Never open, or closed by the parser itself before another one opens. */
const UNCOUNTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dd dt tr td th thead tbody tfoot option colgroup caption'
  ).split(' '),
);

const START_OF_TAG = /<(\/?)([a-zA-Z][^\s/>]*)|<!--/g;

/** The same HTML with bounded nesting and without opaque elements. */
export function boundHtml(html: string): string {
  const tagStart = new RegExp(START_OF_TAG);
  const open = new Map<string, number>();
  const neverClosed = new Set<string>();
  let depth = 0;
  let leftOut = 0;
  let out = '';
  let from = 0;

  /** Leaves out everything from `start` up to and with the first `>` after `closer`. */
  const leaveOutUntil = (closer: string, start: number, searchFrom: number): boolean => {
    if (neverClosed.has(closer)) return false;
    const found = indexOfIgnoringCase(html, closer, searchFrom);
    if (found < 0) {
      neverClosed.add(closer);
      return false;
    }
    const end = html.indexOf('>', found);
    leaveOut(start, end < 0 ? html.length : end + 1);
    return true;
  };
  const leaveOut = (start: number, end: number): void => {
    out += html.slice(from, start);
    from = end;
    tagStart.lastIndex = end;
  };

  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    const start = match.index;
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      // An unclosed comment reaches to the end, as it does for a parser.
      if (!leaveOutUntil('-->', start, start + 2)) return out + html.slice(from, start);
      continue;
    }
    const end = endOfTag(html, tagStart.lastIndex);
    if (end === undefined) return out + html.slice(from, start);
    tagStart.lastIndex = end;
    const closing = match[1] === '/';
    if (OPAQUE.has(name)) {
      if (closing || !leaveOutUntil(`</${name}`, start, end)) leaveOut(start, end);
    } else if (UNCOUNTED.has(name)) {
      continue;
    } else if (closing) {
      const count = open.get(name) ?? 0;
      if (count > 0) {
        open.set(name, count - 1);
        depth -= 1;
      } else if (leftOut > 0) {
        leftOut -= 1;
        leaveOut(start, end);
      }
    } else if (depth >= MAX_HTML_DEPTH) {
      leftOut += 1;
      leaveOut(start, end);
    } else {
      open.set(name, (open.get(name) ?? 0) + 1);
      depth += 1;
    }
  }
  return out + html.slice(from);
}

/**
 * Where the tag ends whose name ends at `index`: the position after its `>`. Follows the states of
 * the HTML tokenizer, because a quote counts only where a value may begin.
 */
function endOfTag(html: string, index: number): number | undefined {
  let at = index;
  for (;;) {
    at = skip(html, at, /[\s/]*/y);
    if (at >= html.length) return undefined;
    if (html[at] === '>') return at + 1;
    // The first character belongs to the attribute's name whatever it is.
    at = skip(html, at + 1, /[^\s/>=]*/y);
    const equals = skip(html, at, /\s*/y);
    if (html[equals] !== '=') continue;
    at = skip(html, equals + 1, /\s*/y);
    const quote = html[at];
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, at + 1);
      if (end < 0) return undefined;
      at = end + 1;
    } else {
      at = skip(html, at, /[^\s>]*/y);
    }
  }
}

function skip(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function indexOfIgnoringCase(text: string, needle: string, from: number): number {
  const pattern = new RegExp(needle, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
