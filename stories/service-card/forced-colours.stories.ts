import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { outageSource } from '../staging/sources.ts';
import { card, TAG } from './card.ts';

/**
 * Colours of the system in place of the page's: switch them on in the system's settings, or in the
 * browser's developer tools (Rendering, forced-colors). The check of this book does the same.
 */
const meta: Meta = {
  title: 'Service card/Forced colours',
  component: TAG,
  tags: ['forced-colours'],
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1011' },
  render: (args) => card(args, outageSource),
};
export default meta;

export const Compact: StoryObj = {};

export const Full: StoryObj = { args: { view: 'full' } };
