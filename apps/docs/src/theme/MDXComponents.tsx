import MDXComponents from '@theme-original/MDXComponents';
import type { ComponentProps, ReactNode } from 'react';
import { InLanguage, LanguageTabs } from '../language/LanguageTabs';
import { RunnableExample } from '../runner/RunnableExample';

/** The corner of a table that heads nothing is no heading. */
function TableHeading({ children, ...rest }: ComponentProps<'th'>): ReactNode {
  return children ? <th {...rest}>{children}</th> : <td {...rest} />;
}

/** What pages of Markdown are drawn with, and what they may use without importing it. */
export default { ...MDXComponents, th: TableHeading, InLanguage, LanguageTabs, RunnableExample };
