/** Where the Markdown of a page is: `/guides/tools` is also `/guides/tools.md`, and `/` is `/index.md`. */
export function twinPath(path: string): string {
  return path.endsWith('/') ? `${path}index.md` : `${path}.md`;
}
