import type { ReactNode } from 'react';
import styles from './Check.module.css';

/** How a reader sees that a step has worked. */
export function Check({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles['check']}>
      <strong className={styles['label']}>Check</strong> {children}
    </div>
  );
}

/** What to do when it has not. */
export function IfNot({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <details className={styles['ifNot']}>
      <summary>If it did not work</summary>
      {children}
    </details>
  );
}
