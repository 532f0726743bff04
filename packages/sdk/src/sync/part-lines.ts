/** Where the records of a part stand, read without parsing them. */

export interface PartLine {
  /** `kind/id` */
  key: string;
  /** Hash of the record, as the part says it. */
  hash: string;
  /** SHA-256 of the part. */
  part: string;
  /** Of the record's JSON in the part, in bytes. */
  start: number;
  end: number;
}

const NEW_LINE = 10;
/** As registers write records: type and id first, hash last. */
const BEGINNING = /^\{"type":"([^"\\]+)","id":"([^"\\]+)"/;
const ENDING = /,"hash":"([0-9a-f]{64})"\}$/;
/** Bytes in which the beginning is looked for; of a longer one the whole line is parsed. */
const BEGINNING_BYTES = 128;
const ENDING_BYTES = 75;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of a part, or of a record in it. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * Only the ends of a line are decoded: the whole part as a text would take as long as everything
 * else that is done with it.
 *
 * @throws {SyntaxError | TypeError} where a line is not the JSON of a record.
 */
export function linesOf(part: string, bytes: Uint8Array): PartLine[] {
  const lines: PartLine[] = [];
  for (let start = 0, end: number; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEW_LINE, start);
    if (end < 0) end = bytes.length;
    if (end > start) lines.push({ ...nameOf(bytes.subarray(start, end)), part, start, end });
  }
  return lines;
}

function nameOf(line: Uint8Array): { key: string; hash: string } {
  // A quotation mark inside of a text is always escaped: neither can be taken for what stands in one.
  const beginning = BEGINNING.exec(textOf(line.subarray(0, BEGINNING_BYTES)));
  const ending = ENDING.exec(textOf(line.subarray(-ENDING_BYTES)));
  if (beginning && ending) {
    return { key: detached(`${beginning[1]}/${beginning[2]}`), hash: detached(ending[1]!) };
  }
  const { type, id, hash } = JSON.parse(textOf(line)) as Record<string, string>;
  if (!type || !id || !hash) throw new TypeError('A line of a part is not a record');
  return { key: `${type}/${id}`, hash };
}

/** A copy: a piece of a text would keep all of it in memory. */
function detached(piece: string): string {
  return ` ${piece}`.slice(1);
}
