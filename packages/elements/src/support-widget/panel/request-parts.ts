/** Where the parts of a request come from: its form, and the view of its state. */

/** Fetches and defines them; undefined: this version has none, and other ways are offered. */
export const loadRequestParts: (() => Promise<unknown>) | undefined = () =>
  Promise.all([
    import('../../request-form/define.ts'),
    import('../../request-form/define-state.ts'),
  ]);
