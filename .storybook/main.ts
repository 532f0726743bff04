/** Storybook of the elements: `npm run storybook`, `npm run build:storybook`. */
import type { StorybookConfig } from '@storybook/web-components-vite';
import { sampleRecords } from './sample-records.ts';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    // Elements run from their sources; 'production' keeps Lit's development build out.
    resolve: { ...vite.resolve, conditions: ['pvp-source', 'production', 'browser', 'module'] },
    // All browsers that know `light-dark()`, so that it is not rewritten into something weaker.
    build: { ...vite.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    plugins: [...(vite.plugins ?? []), sampleRecords()],
  }),
};

export default config;
