import type { ThemeConfig } from '@docusaurus/preset-classic';

/** The head of every page. */
export const navbar: NonNullable<ThemeConfig['navbar']> = {
  title: 'Hermes 4 toolkit',
  logo: { alt: '', src: 'img/logo.svg' },
  items: [
    { type: 'docSidebar', sidebarId: 'guide', label: 'Guide', position: 'left' },
    { type: 'docSidebar', sidebarId: 'examples', label: 'Examples', position: 'left' },
    { to: '/playground', label: 'Playground', position: 'left' },
    { type: 'docSidebar', sidebarId: 'reference', label: 'Reference', position: 'left' },
  ],
};
