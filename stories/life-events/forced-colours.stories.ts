import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { outageSource } from '../staging/sources.ts';
import { BIRTH, lifeEvents, TAG } from './life-events.ts';

/**
 * Colours of the system in place of the page's: switch them on in the system's settings, or in the
 * browser's developer tools (Rendering, forced-colors). The check of this book does the same.
 */
const meta: Meta = {
  title: 'Life events/Forced colours',
  component: TAG,
  tags: ['forced-colours'],
  argTypes: argTypesOf(TAG),
  render: (args) => lifeEvents(args, outageSource),
};
export default meta;

export const Overview: StoryObj = { args: { institution: 'ozolleja' } };

export const Opened: StoryObj = { args: { 'life-event': BIRTH } };
