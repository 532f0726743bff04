/** Made by .storybook/sample-records.ts. */
declare module 'virtual:sample-records' {
  const fixture: import('@pvp/testing/sample-records').SampleFixture;
  export default fixture;
}

declare module '*.css?raw' {
  const text: string;
  export default text;
}

declare module '*.css';
