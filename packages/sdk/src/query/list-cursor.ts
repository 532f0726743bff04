/**
 * Where a page of a list ends: score, sort key and id of its last row. It names a place in the
 * order and no number of rows, so rows that come or go between two pages neither repeat nor hide
 * others. Opaque to everybody else.
 */
export interface ListPosition {
  /** 0 where the list is not ranked. */
  score: number;
  /** Sort key, cut to `MAX_KEY`. */
  key: string;
  id: string;
}

/** With an id of 128 characters the cursor stays below the contract's 512. */
export const MAX_KEY = 220;

const VERSION = '2';

export function encodeCursor({ score, key, id }: ListPosition): string {
  const plain = [VERSION, score.toString(36), id].join(' ') + ' ' + key.slice(0, MAX_KEY);
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `undefined`: no cursor of ours. */
export function decodeCursor(cursor: string): ListPosition | undefined {
  let plain: string;
  try {
    plain = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
  const [, version, score, id, key] =
    /^(\S+) ([0-9a-z]{1,6}) (\S{1,128}) ([^]*)$/.exec(plain) ?? [];
  if (version !== VERSION || score === undefined || id === undefined || key === undefined) {
    return undefined;
  }
  return { score: Number.parseInt(score, 36), id, key };
}
