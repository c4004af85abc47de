/** What stands between a tag and its end, each time that it is more than nothing. */
export function taggedIn(text: string, tag: string): string[] {
  const [open, close] = [`<${tag}>`, `</${tag}>`];
  const parts = text.split(close).slice(0, -1);
  // The nearest opening counts: prose that only names the tag may stand before it.
  return parts.flatMap((part) => {
    const start = part.lastIndexOf(open);
    const inner = start === -1 ? '' : part.slice(start + open.length).trim();
    return inner === '' ? [] : [inner];
  });
}
