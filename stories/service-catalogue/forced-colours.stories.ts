import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { outageSource } from '../staging/sources.ts';
import { catalogue, TAG } from './catalogue.ts';

/**
 * Colours of the system in place of the page's: switch them on in the system's settings, or in the
 * browser's developer tools (Rendering, forced-colors). The check of this book does the same.
 */
const meta: Meta = {
  title: 'Service catalogue/Forced colours',
  component: TAG,
  tags: ['forced-colours'],
  argTypes: argTypesOf(TAG),
  args: { limit: 3 },
  render: (args) => catalogue(args, outageSource),
};
export default meta;

/** A filter in use, its chip, and the focus in the search field. */
export const Filtered: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('a filter', () => inside<HTMLInputElement>(host, '.option input'))).click();
    await seen('a chip', () => inside(host, '[part~=chip]'));
    inside(host, 'input[type=search]')?.focus();
  },
};
