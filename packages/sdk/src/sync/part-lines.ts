/** Where the records of a part stand, read without parsing them. */

export interface PartLine {
  /** `kind/id` */
  key: string;
  /** Hash of the record, as the part says it. */
  hash: string;
  /** SHA-256 of the part. */
  part: string;
  /** Of the record's JSON in the text of the part. */
  start: number;
  end: number;
}

const BEGINNING = /\{"type":"([^"\\]+)","id":"([^"\\]+)"/y;
const HASH = ',"hash":"';
const ENDING = HASH.length + 64 + 2;

/** Bytes that are decoded at once, more or less. */
const PIECE = 65_536;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a part. */
export function textOfPart(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** As `linesOf`, without making one text of all: of many large parts that would fill the memory. */
export function linesOfBytes(part: string, bytes: Uint8Array): PartLine[] {
  const lines: PartLine[] = [];
  for (let from = 0, before = 0, to; from < bytes.length; from = to) {
    to = bytes.indexOf(10, from + PIECE) + 1 || bytes.length;
    const text = textOfPart(bytes.subarray(from, to));
    for (const line of linesOf(part, text)) {
      line.start += before;
      line.end += before;
      lines.push(line);
    }
    before += text.length;
  }
  return lines;
}

/** @throws {SyntaxError | TypeError} where a line is not the JSON of a record. */
export function linesOf(part: string, text: string): PartLine[] {
  const lines: PartLine[] = [];
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end === start) continue;
    BEGINNING.lastIndex = start;
    const found = BEGINNING.exec(text);
    // As registers write records: type and id first, hash last. A quotation mark inside of a text
    // is always escaped, so neither can be taken for what stands in one.
    if (found && text.startsWith(HASH, end - ENDING) && text.startsWith('"}', end - 2)) {
      const key = detached(`${found[1]}/${found[2]}`);
      const hash = detached(text.slice(end - 66, end - 2));
      lines.push({ key, hash, part, start, end });
    } else {
      const { type, id, hash } = JSON.parse(text.slice(start, end)) as Record<string, string>;
      if (!type || !id || !hash) throw new TypeError('A line of a part is not a record');
      lines.push({ key: `${type}/${id}`, hash, part, start, end });
    }
  }
  return lines;
}

/** A copy: a piece of a long text would keep all of it in memory. */
function detached(piece: string): string {
  return ` ${piece}`.slice(1);
}
