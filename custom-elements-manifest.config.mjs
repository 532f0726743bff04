/**
 * How `custom-elements.json` is made of the class comments (scripts/generate-elements.mjs). The
 * manifest holds the elements and nothing else: what a page may write, listen to and style.
 */
import { customProperties, onlyTheContract, tagNames } from './scripts/manifest-plugins.mjs';

export default {
  globs: ['packages/elements/src/**/*.ts'],
  // Scripts for pages, which define what stands in the manifest already.
  exclude: ['packages/elements/src/first-load/**'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [tagNames(), customProperties(), onlyTheContract()],
};
