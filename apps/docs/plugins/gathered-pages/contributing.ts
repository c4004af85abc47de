const HEADER = `---
title: Contributing
description: How to set the toolkit up, where things are, and what done means.
slug: /contributing
---

`;

/**
 * The contributing guide as a page of the site. Its links lead into the tree of sources, which the site does
 * not publish, so of each only the text stays.
 */
export function contributingPage(source: string): string {
  const withoutTitle = source.replace(/^# .*\n+/, '');
  return HEADER + withoutTitle.replace(/\[([^\]]+)\]\((?!https?:|#)[^)]+\)/g, '$1');
}
