import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { hostile } from '../staging/hostile.ts';
import { hardSource, largeSource } from '../staging/sources.ts';
import { catalogue, search, TAG } from './catalogue.ts';

const meta: Meta = {
  title: 'Service catalogue/Hard cases',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { limit: 4 },
  render: (args) => catalogue(args, hardSource),
};
export default meta;

const narrow: StoryObj['render'] = (args) =>
  html`<div class="narrow">${catalogue(args, hardSource)}</div>`;

/** Rows with the services that are hard to draw. */
export const HardServices: StoryObj = {
  args: { limit: 20, institution: 'ozolleja', facets: [] },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'energoefektivitātes');
    await seen('one row', () => host.shadowRoot?.querySelectorAll('.row').length === 1);
    await seen('the number', () => textOf(inside(host, '[role=status]')).startsWith('1 '));
  },
};

export const Narrow: StoryObj = { render: narrow };

/** On narrow screens filters stand behind a button. */
export const NarrowWithFiltersOpen: StoryObj = {
  render: narrow,
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('the button', () => inside(host, '.filters-button'))).click();
    await seen('the filters', () => inside(host, '[part~=facet]')?.checkVisibility());
  },
};

export const TwoThousandServices: StoryObj = {
  args: { limit: 20 },
  render: (args) => catalogue(args, largeSource(2000)),
};

export const HostileCss: StoryObj = {
  render: (args) => hostile(catalogue(args, hardSource)),
};
