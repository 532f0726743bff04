import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { forgetDrafts } from '../request-form/form.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { shown, state, TAG } from './state.ts';

/** On narrow, foreign and hostile pages, and in the system's own colours. */
const meta: Meta = {
  title: 'Request state/Looks',
  component: TAG,
  argTypes: argTypesOf(TAG),
  beforeEach: forgetDrafts,
};
export default meta;

const ANSWERED = '26-DNEE-0000';

export const English: StoryObj = { ...shown(ANSWERED), globals: { locale: 'en' } };

export const Russian: StoryObj = { ...shown(ANSWERED), globals: { locale: 'ru' } };

export const ForcedColours: StoryObj = { ...shown(ANSWERED), tags: ['forced-colours'] };

export const ForcedColoursErrors: StoryObj = {
  tags: ['forced-colours'],
  render: () => state('26-WRNG-0000'),
};

/** A text that is one word, in a column of 320 px. */
export const Narrow: StoryObj = {
  ...shown('26-NAYS-0000'),
  render: () => html`<div class="narrow">${state('26-NAYS-0000')}</div>`,
};

export const HostileCss: StoryObj = {
  ...shown(ANSWERED),
  render: () => hostile(state(ANSWERED)),
};
