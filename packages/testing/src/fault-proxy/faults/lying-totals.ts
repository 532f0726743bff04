import type { RewriteJson } from '../fault.ts';
import { rewriteJson } from './rewrite-json.ts';
import { isFields, wireAnswer } from './wire-answers.ts';

/** `total` of lists and `count` of heads, manifests and their parts, each as the function says. */
export function lyingTotals(lie: (real: number) => number = (real) => real + 7): RewriteJson {
  const lieAbout = (fields: unknown): unknown => {
    if (!isFields(fields)) return fields;
    const told = { ...fields };
    for (const name of ['total', 'count']) {
      const real = told[name];
      if (typeof real === 'number') told[name] = lie(real);
    }
    return told;
  };
  return rewriteJson((body) => {
    const told = lieAbout(body);
    const { shape, entries } = wireAnswer(told);
    return shape === 'manifest' && isFields(told)
      ? { ...told, parts: entries.map(lieAbout) }
      : told;
  });
}
