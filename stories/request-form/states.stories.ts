import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { BREAKING_REGISTER, BUSY_REGISTER, NO_REGISTER } from '../staging/register-in-page.ts';
import { choose, fillIn, forgetDrafts, form, press, shows, TAG, write } from './form.ts';

const meta: Meta = {
  title: 'Request form/States',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

/** The summary takes the focus; each line leads to its field. */
export const Errors: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'incident');
    await press(host);
    await seen('the summary', () => inside(host, '[part~=errors]'));
  },
};

export const TooLong: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'suggestion');
    write(host, 'text', 'Vairāk soliņu parkā. '.repeat(190));
    await press(host);
    await seen('the summary', () => inside(host, '[part~=errors]'));
  },
};

/** Without a network the request waits on the device, and that is said. */
export const Waiting: StoryObj = {
  render: (args) => form(args, BREAKING_REGISTER),
  play: async ({ canvasElement }) => {
    const host = await fillIn(canvasElement, 'Cikos atver bibliotēku?');
    await press(host);
    await shows(host, 'Pieprasījums vēl nav nosūtīts');
  },
};

/** The register says when to come back. */
export const Busy: StoryObj = {
  render: (args) => form(args, BUSY_REGISTER),
  play: async ({ canvasElement }) => {
    const host = await fillIn(canvasElement, 'Cikos atver bibliotēku?');
    await press(host);
    await seen('the wait', () => inside(host, '.notice'));
  },
};

/** A draft of an earlier visit. */
export const Restored: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'information-request');
    write(host, 'text', 'Iesākts jautājums');
    const again = host.cloneNode() as typeof host;
    (again as { source?: unknown }).source = (host as { source?: unknown }).source;
    host.replaceWith(again);
    await seen('the draft', () => inside(again, '#text'));
  },
};

/** Neither the register nor a draft tells what can be asked. */
export const Failed: StoryObj = {
  render: (args) => form(args, NO_REGISTER),
  play: async ({ canvasElement }) => {
    await seen('the reason', () => inside(elementIn(canvasElement, TAG), '.notice'));
  },
};
