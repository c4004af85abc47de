// The client of this package shadows core's; every other name of core is passed on as it is.
export * from '@hermes4/core';
export { createHermes } from './client/create-hermes.ts';
export * from './own-exports.ts';
