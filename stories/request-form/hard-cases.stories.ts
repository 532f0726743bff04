import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { TAKES_NONE } from '../staging/requests-in-page.ts';
import { attach, choose, chooseFile, fillIn, forgetDrafts, form, TAG } from './form.ts';

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

/** A file that the register does not take is named, and goes away. */
export const RejectedFile: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'information-request');
    chooseFile(host, new File([new Uint8Array(5_000_001)], 'skenets-liguma-teksts.pdf'));
    await seen('the refusal', () => inside(host, '[part~=errors]'));
  },
};

/** As many files as are taken, with names that no line holds. */
export const ManyFiles: StoryObj = {
  render: (args) => html`<div class="narrow">${form(args)}</div>`,
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'information-request');
    for (let nth = 1; nth <= 5; nth++) {
      const name = `${'pretdiskriminacijas-'.repeat(nth)}${nth}.txt`;
      await attach(host, new File(['Pielikums\n'], name, { type: 'text/plain' }));
    }
  },
};

/** The institution takes no requests here. */
export const NotTaken: StoryObj = {
  args: { service: undefined, institution: TAKES_NONE },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await seen('that nothing is taken', () => inside(host, '[part~=notice]'));
  },
};
