/** The sidebar that the reference of the packages comes with; it is not there before the first build. */
declare module '*/typedoc-sidebar.cjs' {
  import type { SidebarItemConfig } from '@docusaurus/plugin-content-docs/lib/sidebars/types.js';

  const items: SidebarItemConfig[];
  export default items;
}
