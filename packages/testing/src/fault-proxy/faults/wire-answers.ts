/** Recognises the answers of the register that the ready-made rewrites lie about. */
export type Fields = Record<string, unknown>;

export type WireAnswer =
  | { shape: 'list'; body: Fields; entries: unknown[] }
  | { shape: 'manifest'; body: Fields; entries: unknown[] }
  | { shape: 'changes'; body: Fields; entries: unknown[] }
  | { shape: 'head'; body: Fields; entries: unknown[] }
  | { shape: 'other'; body: unknown; entries: unknown[] };

/** Name of the array that an answer of a shape carries. */
export const ENTRIES = { list: 'items', manifest: 'parts', changes: 'changes' } as const;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function wireAnswer(body: unknown): WireAnswer {
  if (isFields(body)) {
    for (const shape of ['list', 'manifest', 'changes'] as const) {
      const entries = body[ENTRIES[shape]];
      if (Array.isArray(entries)) return { shape, body, entries };
    }
    if ('checkpoint' in body && 'count' in body) return { shape: 'head', body, entries: [] };
  }
  return { shape: 'other', body, entries: [] };
}

/** The answer with another array of items, parts or changes. */
export function withEntries(answer: WireAnswer, entries: unknown[]): unknown {
  if (answer.shape === 'head' || answer.shape === 'other') return answer.body;
  return { ...answer.body, [ENTRIES[answer.shape]]: entries };
}
