import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { BIRTH, lifeEvents, TAG } from './life-events.ts';

const meta: Meta = {
  title: 'Life events/Languages',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja' },
  render: (args) => lifeEvents(args),
};
export default meta;

export const LatvianPage: StoryObj = {};

export const EnglishPage: StoryObj = { globals: { locale: 'en' } };

export const RussianPage: StoryObj = { globals: { locale: 'ru' } };

/** Latvian stands in for what is not translated, and is marked with its language. */
export const EnglishPageOpened: StoryObj = {
  globals: { locale: 'en' },
  args: { institution: '', 'life-event': BIRTH },
};

/** Titles in another language than the labels. */
export const LatvianPageEnglishContent: StoryObj = { args: { 'content-lang': 'en' } };
