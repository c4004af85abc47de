import DocBreadcrumbs from '@theme-original/DocBreadcrumbs';
import type { ReactNode } from 'react';
import { TwinActions } from '../../markdown-twin/TwinActions.tsx';
import styles from './DocBreadcrumbs.module.css';

/** Where the reader is, with the page as Markdown beside it. */
export default function DocBreadcrumbsWithTwin(): ReactNode {
  return (
    <div className={styles['head']}>
      <DocBreadcrumbs />
      <TwinActions />
    </div>
  );
}
