import MDXComponents from '@theme-original/MDXComponents';
import { InLanguage, LanguageTabs } from '../language/LanguageTabs';
import { TableHeading } from '../markdown/TableHeading';
import { LazyRunnableExample } from '../runner/LazyRunnableExample';

/** What pages of Markdown may use without importing it. */
export default {
  ...MDXComponents,
  th: TableHeading,
  InLanguage,
  LanguageTabs,
  RunnableExample: LazyRunnableExample,
};
