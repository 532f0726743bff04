import '@pvp/elements/define/pvp-feedback';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { FixtureSource } from '@pvp/testing/fixture-source';
import sample from 'virtual:sample-records';
import { argTypesOf } from '../staging/arg-types.ts';
import { element } from '../staging/element.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';

const TAG = 'pvp-feedback';

/** Stands below the full view of a card that has the attribute `feedback`. */
const meta: Meta = {
  title: 'Request form/Feedback',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { subject: 'PV-1001' },
  render: (args) => element(TAG, args, { source: new FixtureSource(sample) }),
};
export default meta;

export const Question: StoryObj = {};

export const Suggestion: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('the question', () => inside(host, 'button'))).click();
    await seen('the field', () => inside(host, 'textarea'));
  },
};
