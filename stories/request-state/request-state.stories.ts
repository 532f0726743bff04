import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { GONE } from '../staging/requests-in-page.ts';
import { forgetDrafts } from '../request-form/form.ts';
import { NO_REGISTER } from '../staging/register-in-page.ts';
import { shown, state, TAG } from './state.ts';

const meta: Meta = {
  title: 'Request state',
  component: TAG,
  argTypes: argTypesOf(TAG),
  beforeEach: forgetDrafts,
};
export default meta;

/** Number and secret are asked for where the page does not know them. */
export const Question: StoryObj = { render: () => state('', '') };

export const Unknown: StoryObj = {
  render: () => state('26-WRNG-0000'),
  play: async ({ canvasElement }) => {
    await seen('the reason', () => inside(elementIn(canvasElement, TAG), '[part~=errors]'));
  },
};

/** Its time of keeping has ended. */
export const Gone: StoryObj = {
  render: () => state(GONE),
  play: async ({ canvasElement }) => {
    await seen('the reason', () => inside(elementIn(canvasElement, TAG), '.notice'));
  },
};

export const Received = shown('26-7KQ4-M2XD');

/** Handed on to an expert. */
export const InProgress = shown('26-BEGN-0000');

/** The institution waits for the person who asked. */
export const Pending = shown('26-PEND-0000');

export const Answered = shown('26-DNEE-0000');

/** Rejected; and a text that is one word. */
export const Rejected = shown('26-NAYS-0000');

/** The register does not answer, and nothing was on show before. */
export const Failed: StoryObj = {
  render: () => state('26-7KQ4-M2XD', 'any', NO_REGISTER),
  play: async ({ canvasElement }) => {
    await seen('the reason', () => inside(elementIn(canvasElement, TAG), '.notice'));
  },
};
