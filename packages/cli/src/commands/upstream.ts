/** What commands that read another register have in common with people: headers and a bar. */
import { HEADER_NAME, HEADER_VALUE, type MirrorOptions } from '@pvp/register';
import { SingleBar } from 'cli-progress';

export const HEADER_OPTION = [
  '--header <header>',
  '"Name: value", sent to the register with every request; may stand several times. Other users of this machine may see it: PVP_UPSTREAM_HEADERS and PVP_UPSTREAM_TOKEN are safer',
] as const;

export function collectHeader(text: string, before: string[]): string[] {
  return [...before, text];
}

/** What is wrong with a header is said without repeating it: it may be a secret. */
export function headersOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
      const header = [name.trim(), value.trim()] as const;
      if (HEADER_NAME.test(header[0]) && HEADER_VALUE.test(header[1])) return header;
      throw new Error('--header must be "Name: value", in printable ASCII.');
    }),
  );
}

/** How many of the parts of a snapshot have come. */
export function partsBar(): { show: NonNullable<MirrorOptions['onProgress']>; end: () => void } {
  const format = '[{bar}] {value} of {total} parts, {megabytes} MB';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  let isShown = false;
  return {
    show: ({ parts, partsTotal, bytes }) => {
      const megabytes = (bytes / 1e6).toFixed(1);
      if (!isShown) bar.start(partsTotal, parts, { megabytes });
      isShown = true;
      bar.setTotal(partsTotal);
      bar.update(parts, { megabytes });
    },
    end: () => {
      if (isShown) bar.stop();
    },
  };
}
