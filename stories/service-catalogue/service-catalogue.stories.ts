import { RECIPIENTS } from '@pvp/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anatomy } from '../staging/anatomy.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { catalogue, FACET_NAMES, FALLBACK, search, TAG } from './catalogue.ts';

const meta: Meta = {
  title: 'Service catalogue',
  component: TAG,
  argTypes: argTypesOf(TAG, { facets: FACET_NAMES, recipient: RECIPIENTS }),
  args: { limit: 5 },
  render: (args) => catalogue(args),
};
export default meta;

export const Playground: StoryObj = {
  args: { limit: 20 },
  parameters: { inside: FALLBACK },
  render: (args) => catalogue(args, undefined, FALLBACK),
};

/** One institution: its name is not repeated in every row, and is no filter. */
export const OneInstitution: StoryObj = {
  args: { institution: 'ozolleja' },
};

export const WithoutFilters: StoryObj = {
  args: { facets: [], institution: 'ozolleja' },
};

/** Rows side by side; the visitor can choose otherwise. */
export const Grid: StoryObj = {
  args: { view: 'grid', limit: 6 },
};

export const ForBusinesses: StoryObj = {
  args: { profile: 'businesses' },
};

/** The parts that a page can style with `::part()`, and where they are. */
export const Anatomy: StoryObj = {
  args: { limit: 2 },
  render: (args) => anatomy(TAG, catalogue(args)),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const box = await seen('a filter', () => inside<HTMLInputElement>(host, '.option input'));
    box.click();
    await seen('a chip', () => inside(host, '[part~=chip]'));
    await seen('the numbers', () => canvasElement.querySelector('[data-mark]'));
  },
};

/** While one types, the list narrows, and the number is told when typing stops. */
export const Searched: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'dzivesviet');
    await seen('the title', () => /dzīvesviet/i.test(textOf(inside(host, '.row .title'))));
    await seen('the number', () => Number.parseInt(textOf(inside(host, '[role=status]')), 10) < 20);
  },
};

/** Two filters in use, each with a chip that takes it back. */
export const Filtered: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const box = (facet: string) =>
      inside<HTMLInputElement>(host, `[data-facet=${facet}] .option input`);
    (await seen('the filter of recipients', () => box('recipient'))).click();
    await seen('a chip', () => inside(host, '[part~=chip]'));
    (await seen('the filter of channels', () => box('channel'))).click();
    await seen('two chips', () => host.shadowRoot?.querySelectorAll('[part~=chip]').length === 2);
  },
};

/** A service opened in place of the list. */
export const Opened: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const title = await seen('a title', () => inside(host, '.row a.title'));
    title.click();
    const opened = await seen('the card', () => inside(host, 'pvp-service-card'));
    await seen('its description', () => inside(opened, '[part~=description]'));
  },
};

/** Titles lead to pages of this site. */
export const LinksToPages: StoryObj = {
  args: { 'service-href': '#/pakalpojumi/{id}' },
};
