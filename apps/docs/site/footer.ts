import type { ThemeConfig } from '@docusaurus/preset-classic';

/** The foot of every page. */
export const footer: NonNullable<ThemeConfig['footer']> = {
  links: [
    {
      title: 'Start',
      items: [
        { label: 'Your first call', to: '/start/first-call' },
        { label: 'Without a key', to: '/start/without-a-key' },
        { label: 'The model', to: '/model' },
      ],
    },
    {
      title: 'Try',
      items: [
        { label: 'Playground', to: '/playground' },
        { label: 'Examples', to: '/examples' },
        { label: 'API schema', to: '/api' },
      ],
    },
    {
      title: 'Look up',
      items: [
        { label: 'Packages', to: '/reference/packages/overview' },
        { label: 'Error codes', to: '/errors' },
        { label: 'Changelog', to: '/reference/changelog' },
      ],
    },
    {
      title: 'The project',
      items: [
        { label: 'Benchmarks', to: '/contributing/benchmarks' },
        { label: 'Contributing', to: '/contributing' },
        { label: 'llms.txt', href: 'pathname:///llms.txt' },
      ],
    },
  ],
  copyright: 'Apache-2.0. Made neither by Nous Research nor by a host of the model.',
};
