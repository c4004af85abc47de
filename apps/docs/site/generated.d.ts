/** The sidebar that the reference of the packages comes with; it is not there before the first build. */
declare module '*/typedoc-sidebar.cjs' {
  import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

  const items: Extract<SidebarsConfig[string], readonly unknown[]>;
  export default items;
}
