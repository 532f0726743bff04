import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { hardSource, outageSource, sourceIn, wellSource } from '../staging/sources.ts';
import { catalogue, FALLBACK, TAG } from './catalogue.ts';

/** Everything at once, for pictures that are compared between two builds (`npm run pictures`). */
const meta: Meta = {
  title: 'Service catalogue/Permutations',
  component: TAG,
  tags: ['permutations', 'several', '!autodocs'],
};
export default meta;

export const Lists: StoryObj = {
  render: () =>
    html`<div class="column">
      ${catalogue({ limit: 3 }, hardSource)}
      ${catalogue({ limit: 2, institution: 'ozolleja', facets: ['recipient'] }, outageSource)}
      ${catalogue({ limit: 1, facets: [] }, sourceIn('stale'))}
      ${catalogue({ institution: 'nav-tadas-iestades' }, wellSource)}
      ${catalogue({ rows: 1 }, sourceIn('pending'), FALLBACK)}
    </div>`,
};
