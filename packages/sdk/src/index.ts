/**
 * Descriptions of registered public services for programs. Knows no DOM: runs in browsers, in
 * workers and in Node.
 */
export * from './client/index.ts';
export * from './model/index.ts';
export * from './query/index.ts';
export * from './source/index.ts';
