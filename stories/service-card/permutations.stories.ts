import { hardServices } from '@pvp/testing/fixture-source';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { outageSource, hardSource, sourceIn } from '../staging/sources.ts';
import { card, FALLBACK, TAG } from './card.ts';

/** Everything at once, for pictures that are compared between two builds (`npm run pictures`). */
const meta: Meta = {
  title: 'Service card/Permutations',
  component: TAG,
  tags: ['permutations', 'several', '!autodocs'],
};
export default meta;

const hard = hardServices.map(({ id }) => id);
const sample = ['PV-1001', 'PV-2003', 'PV-3001', 'PV-9001', 'PV-9002', 'PV-9003', 'PV-0000'];

export const Compact: StoryObj = {
  render: () =>
    html`<div class="grid">
      ${[...sample, ...hard].map((service) => card({ service }, hardSource))}
      ${['PV-1011', 'PV-1013'].map((service) => card({ service }, outageSource))}
      ${(['stale', 'offline', 'pending'] as const).map((mood) =>
        card({ service: 'PV-1001' }, sourceIn(mood), FALLBACK),
      )}
    </div>`,
};

export const Full: StoryObj = {
  render: () =>
    html`<div class="column">
      ${['PV-1001', 'PV-9002', 'X-TWELVE-CHANNELS', 'X-EVERY-SECTION', 'X-DIFFERS'].map((service) =>
        card({ service, view: 'full' }, hardSource),
      )}
    </div>`,
};
