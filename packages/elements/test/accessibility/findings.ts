import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';

const axe = (globalThis as unknown as { axe: typeof axeCore }).axe;

/** What axe finds fault with on the page, each with the elements that it means. */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
