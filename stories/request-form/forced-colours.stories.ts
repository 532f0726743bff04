import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { choose, fillIn, forgetDrafts, form, press, shows, TAG } from './form.ts';

/** Colours of the system in place of the page's; the check of this book switches them on. */
const meta: Meta = {
  title: 'Request form/Forced colours',
  component: TAG,
  tags: ['forced-colours'],
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

export const Errors: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'incident');
    await press(host);
    await seen('the summary', () => inside(host, '[part~=errors]'));
  },
};

export const Sent: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = await fillIn(canvasElement, 'Cikos atver bibliotēku?');
    await press(host);
    await shows(host, 'Pieprasījums nosūtīts');
  },
};
