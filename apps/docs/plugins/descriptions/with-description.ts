import { basename } from 'node:path';
import type { ParseFrontMatter } from '@docusaurus/types';
import { firstSentences } from './first-sentences.ts';

/** Lets a page that names no description say its first sentences, where the theme would cut a line in two. */
export const withDescription: ParseFrontMatter = async (page) => {
  const { frontMatter, content } = await page.defaultParseFrontMatter(page);
  const description = firstSentences(content);
  // A part of other pages has no description of its own.
  if (basename(page.filePath).startsWith('_') || description === undefined) {
    return { frontMatter, content };
  }
  return { frontMatter: { description, ...frontMatter }, content };
};
