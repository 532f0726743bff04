import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { elementIn } from '../staging/looking.ts';
import { choose, fillIn, forgetDrafts, form, TAG } from './form.ts';

const meta: Meta = {
  title: 'Request form/Hard cases',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

export const Narrow: StoryObj = {
  render: (args) => html`<div class="narrow">${form(args)}</div>`,
  play: async ({ canvasElement }) => {
    await choose(elementIn(canvasElement, TAG), 'incident');
  },
};

/** A text without a space, in a column of 320 px. */
export const LongWord: StoryObj = {
  render: (args) => html`<div class="narrow">${form(args)}</div>`,
  play: async ({ canvasElement }) => {
    await fillIn(canvasElement, 'pretdiskriminācija'.repeat(40));
  },
};

/** A page whose style sheet means its own content and says `*`, `button`, `input`. */
export const HostileCss: StoryObj = {
  render: (args) => hostile(form(args)),
  play: async ({ canvasElement }) => {
    await choose(elementIn(canvasElement, TAG), 'incident');
  },
};
