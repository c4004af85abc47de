import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { SidebarItem } from '@docusaurus/plugin-content-docs/lib/sidebars/types.js';

/** A heading of the sidebar with the addresses below it, in the order of reading. */
export interface ReadingSection {
  readonly title: string;
  readonly paths: readonly string[];
}

/** What the sidebars say about the order of pages: one section for each category at their top. */
export function readingOrder({ loadedVersions: [version] }: LoadedContent): ReadingSection[] {
  if (!version) return [];
  const paths = new Map(version.docs.map((doc) => [doc.id, doc.permalink]));
  const items = Object.values(version.sidebars).flat();
  const sections = items.map((item) => ({
    title: item.type === 'category' ? item.label : 'More',
    paths: [...new Set(pathsOf(item, paths))],
  }));
  return sections.filter((section) => section.paths.length > 0);
}

function pathsOf(item: SidebarItem, paths: ReadonlyMap<string, string>): string[] {
  if (item.type === 'category') {
    const own = known(item.link?.type === 'doc' ? paths.get(item.link.id) : item.link?.permalink);
    return [...own, ...item.items.flatMap((inner) => pathsOf(inner, paths))];
  }
  return item.type === 'doc' || item.type === 'ref' ? known(paths.get(item.id)) : [];
}

/** A page that is the index of a folder is still named with a slash at its end. */
function known(path: string | undefined): string[] {
  return path === undefined ? [] : [path.replace(/(?<=.)\/$/, '')];
}
