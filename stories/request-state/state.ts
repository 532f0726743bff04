/** What all stories of the state of a request have in common. */
import '@pvp/elements/define/pvp-request-form';
import type { PvpRequestState } from '@pvp/elements';
import type { StoryObj } from '@storybook/web-components-vite';
import { FixtureSource } from '@pvp/testing/fixture-source';
import sample from 'virtual:sample-records';
import { element } from '../staging/element.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';

export const TAG = 'pvp-request-state';

export function state(number: string, secret = 'any', register?: string): PvpRequestState {
  const source = new FixtureSource(sample, register ? { register } : {});
  const made = element<PvpRequestState>(TAG, { request: number }, { source });
  made.secret = secret;
  return made;
}

/** A story of a request that the register knows. */
export const shown = (number: string): StoryObj => ({
  render: () => state(number),
  play: async ({ canvasElement }) => {
    await seen('the state', () => inside(elementIn(canvasElement, TAG), '.state-name'));
  },
});
