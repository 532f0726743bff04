import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { attach, choose, fillIn, forgetDrafts, form, press, shows, TAG, write } from './form.ts';

const meta: Meta = {
  title: 'Request form',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

export const Playground: StoryObj = {};

/** One thing a page: first, what the person wants. */
export const Kind: StoryObj = {
  play: async ({ canvasElement }) => {
    await shows(elementIn(canvasElement, TAG), 'Ko vēlaties darīt?');
  },
};

/** Then the words, what this kind asks for besides, and files. */
export const Details: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'incident');
    write(host, 'text', 'Pēc apstiprināšanas parādās tukša lapa.');
  },
};

/** Files are sent as soon as they are chosen. */
export const Files: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'information-request');
    await attach(host, new File(['Pielikums\n'], 'piezimes.txt', { type: 'text/plain' }));
  },
};

export const Contact: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await choose(host, 'information-request');
    write(host, 'text', 'Cikos atver bibliotēku?');
    await press(host);
    await seen('the contact', () => inside(host, '#email'));
  },
};

/** All answers once more, each with the way back to it. */
export const Check: StoryObj = {
  play: async ({ canvasElement }) => {
    await fillIn(canvasElement, 'Cikos atver bibliotēku?\nVai arī sestdienās?');
  },
};

/** Number and secret, to be copied and kept. */
export const Sent: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = await fillIn(canvasElement, 'Cikos atver bibliotēku?');
    await press(host);
    await shows(host, 'Pieprasījums nosūtīts');
  },
};

/** The kind is given, and is not asked for. */
export const KindGiven: StoryObj = {
  args: { kind: 'complaint', question: 'Par rindu klientu centrā' },
};

/** The eight kinds of request management. */
export const ForInstitutions: StoryObj = {
  args: { profile: 'institutions' },
};
