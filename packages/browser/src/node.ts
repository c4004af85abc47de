// The names are here so that an import of one of them reaches the words below.
export * from '@hermes4/core';
export { createHermes } from './client/create-hermes.ts';
export * from './own-exports.ts';

throw new Error(
  [
    '@hermes4/browser is for pages, and this is Node.',
    'Use @hermes4/node for a program or a server.',
    'A component that is rendered on a server, or tested in Node, imports from @hermes4/browser/react.',
  ].join(' '),
);
