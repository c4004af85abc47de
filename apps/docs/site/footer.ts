import type { ThemeConfig } from '@docusaurus/preset-classic';

/** The foot of every page. */
export const footer: NonNullable<ThemeConfig['footer']> = {
  copyright: 'Apache-2.0. Not made by Nous Research or by a host of the model.',
};
