import MDXComponents from '@theme-original/MDXComponents';
import { InLanguage, LanguageTabs } from '../language/LanguageTabs';
import { RunnableExample } from '../runner/RunnableExample';

/** What pages of Markdown may use without importing it. */
export default { ...MDXComponents, InLanguage, LanguageTabs, RunnableExample };
