import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anatomy } from '../staging/anatomy.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { element } from '../staging/element.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { wellSource } from '../staging/sources.ts';
import { BIRTH, FALLBACK, lifeEvents, openEvent, TAG } from './life-events.ts';

const meta: Meta = {
  title: 'Life events',
  component: TAG,
  argTypes: argTypesOf(TAG),
  render: (args) => lifeEvents(args),
};
export default meta;

export const Playground: StoryObj = {
  args: { institution: 'ozolleja' },
  parameters: { inside: FALLBACK },
  render: (args) => lifeEvents(args, undefined, FALLBACK),
};

/** Those of the whole register: how many services each has differs by place, so it is not told. */
export const WholeRegister: StoryObj = {};

/** Those alone that lead to a service of the institution, with their number. */
export const OneInstitution: StoryObj = { args: { institution: 'ozolleja' } };

/** The page is about one situation: there is no way back to others. */
export const OneLifeEvent: StoryObj = { args: { 'life-event': BIRTH } };

/** Situation, text, needs in the order in which people meet them, services of each. */
export const Opened: StoryObj = {
  args: { institution: 'ozolleja' },
  play: async ({ canvasElement }) => void (await openEvent(canvasElement, 'laulibas')),
};

/** A service in place of the life event that led to it. */
export const OpenedService: StoryObj = {
  args: { institution: 'ozolleja' },
  play: async ({ canvasElement }) => {
    const host = await openEvent(canvasElement, 'laulibas');
    inside(host, '.need .row .title')?.click();
    const card = await seen('the card', () => inside(host, 'pvp-service-card'));
    await seen('its description', () => inside(card, '[part~=description]'));
  },
};

/** Titles of services lead to pages of this site. */
export const LinksToPages: StoryObj = {
  args: { 'life-event': 'laulibas', 'service-href': '#/pakalpojumi/{id}' },
};

/** The parts that a page can style with `::part()`, and where they are. */
export const Anatomy: StoryObj = {
  args: { institution: 'ozolleja' },
  render: (args) => anatomy(TAG, lifeEvents(args)),
  play: async ({ canvasElement }) => {
    await seen('the numbers', () => canvasElement.querySelector('[data-mark]'));
  },
};

/** The parts of a life event that is open. */
export const AnatomyOfOne: StoryObj = {
  args: { institution: 'ozolleja' },
  render: (args) => anatomy(TAG, lifeEvents(args)),
  play: async ({ canvasElement }) => {
    await openEvent(canvasElement, 'laulibas');
    await seen('the numbers', () => canvasElement.querySelector('[data-mark]'));
  },
};

/** In a catalogue, with `by-life-event`: a way in for those who do not know the official word. */
export const WayIntoACatalogue: StoryObj = {
  render: () =>
    element(
      'pvp-service-catalogue',
      { institution: 'ozolleja', limit: 5, 'by-life-event': true },
      { source: wellSource },
    ),
  play: async ({ canvasElement }) => {
    const catalogue = elementIn(canvasElement, 'pvp-service-catalogue');
    (await seen('the way in', () => inside(catalogue, '.entry button'))).click();
    const events = await seen('life events', () => inside(catalogue, TAG));
    await seen('one of them', () => inside(events, '.situation'));
  },
};
