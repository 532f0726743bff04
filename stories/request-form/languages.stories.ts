import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn } from '../staging/looking.ts';
import { choose, forgetDrafts, form, TAG } from './form.ts';

const meta: Meta = {
  title: 'Request form/Languages',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

const details: StoryObj['play'] = async ({ canvasElement }) => {
  await choose(elementIn(canvasElement, TAG), 'incident');
};

export const Latvian: StoryObj = { play: details };

export const English: StoryObj = { globals: { locale: 'en' }, play: details };

/** Labels in Russian; what is registered in Latvian alone is marked as Latvian. */
export const Russian: StoryObj = { globals: { locale: 'ru' }, play: details };
