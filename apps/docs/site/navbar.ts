import type { ThemeConfig } from '@docusaurus/preset-classic';

/** The head of every page. */
export const navbar: NonNullable<ThemeConfig['navbar']> = {
  title: 'Hermes 4 toolkit',
  logo: { alt: '', src: 'img/logo.svg', width: 28, height: 28 },
  items: [
    { type: 'docSidebar', sidebarId: 'guide', label: 'Guide', position: 'left' },
    { to: '/api', label: 'API', position: 'left' },
    { type: 'docSidebar', sidebarId: 'examples', label: 'Examples', position: 'left' },
    { to: '/playground', label: 'Playground', position: 'left' },
    { type: 'docSidebar', sidebarId: 'reference', label: 'Reference', position: 'left' },
  ],
};
