import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { RequestKind } from '@pvp/contract';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { forgetDrafts, form, TAG } from './form.ts';

/** What each kind asks for besides the text: the register says it. */
const meta: Meta = {
  title: 'Request form/Kinds',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
  beforeEach: forgetDrafts,
  render: (args) => form(args),
};
export default meta;

const opened = (kind: RequestKind, profile = ''): StoryObj => ({
  args: { kind, profile },
  play: async ({ canvasElement }) => {
    await seen('the text', () => inside(elementIn(canvasElement, TAG), '#text'));
  },
});

export const Information = opened('information-request');

export const Service = opened('service-request');

export const Incident = opened('incident');

export const Complaint = opened('complaint');

export const Suggestion = opened('suggestion');

/** Of institutions alone. */
export const Work = opened('work-request', 'institutions');

export const Agreement = opened('agreement-request', 'institutions');

export const Change = opened('change-request', 'institutions');

export const Problem = opened('problem', 'institutions');
