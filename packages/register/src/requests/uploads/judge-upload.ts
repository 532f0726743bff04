/** Finds out what a file is, by its content and not by what is said of it. */
import { fileTypeFromBuffer } from 'file-type';
import { cleanLine } from '../judge-request.ts';

const MOST_NAME = 120;
const ZIP = 'application/zip';
/** Endings of what the library does not name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'application/vnd.etsi.asic-e+zip': 'asice',
};

export interface JudgedFile {
  mediaType: string;
  /** Fit for a folder: its ending says what the content is. */
  name: string;
}

/**
 * @param declared The type that its sender named. It counts for plain text alone, which has no mark.
 * @returns `undefined` where the content is of no allowed type.
 */
export async function judgeUpload(
  content: Uint8Array,
  { name, declared, allowed }: { name: string; declared: string; allowed: readonly string[] },
): Promise<JudgedFile | undefined> {
  const found = await fileTypeFromBuffer(content);
  const mediaType =
    found?.mime === ZIP
      ? (containerType(content) ?? ZIP)
      : (found?.mime ?? (declared === 'text/plain' && isText(content) ? declared : undefined));
  if (mediaType === undefined || !allowed.includes(mediaType)) return undefined;
  const ending = ENDINGS[mediaType] ?? found?.ext ?? 'bin';
  return { mediaType, name: safeName(name, ending) };
}

/**
 * What a container of signed documents (ASiC, EN 319 162-1) says of itself: its first entry is a
 * file `mimetype`, stored as it is.
 */
function containerType(content: Uint8Array): string | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 30) return undefined;
  const isStored = bytes.readUInt16LE(8) === 0;
  const size = bytes.readUInt32LE(22);
  const nameEnd = 30 + bytes.readUInt16LE(26);
  const begin = nameEnd + bytes.readUInt16LE(28);
  if (!isStored || bytes.toString('latin1', 30, nameEnd) !== 'mimetype' || size > 100)
    return undefined;
  return bytes.toString('latin1', begin, begin + size);
}

/** UTF-8 without anything that a screen does not show. Markup is text here, and never shown as more. */
function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);

    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

function safeName(name: string, ending: string): string {
  const last = cleanLine(name).split(/[/\\]/).at(-1) ?? '';
  const base = last
    .replace(/\.[^.]*$/, '')
    // What file systems, headers and shells read otherwise, and what turns writing around.
    .replace(/["'<>:|?*;%\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, MOST_NAME);
  return `${base === '' ? 'datne' : base}.${ending}`;
}
