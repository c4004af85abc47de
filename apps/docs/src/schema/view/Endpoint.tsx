import type { ReactNode } from 'react';
import type { Operation } from '../field.ts';
import styles from './schema.module.css';

/** Where an operation is, and whether it wants a key. */
export function Endpoint({ operation }: { readonly operation: Operation }): ReactNode {
  const { method, server, path, needsKey } = operation;
  return (
    <p className={styles['endpoint']}>
      <span className={styles['method']} data-method={method}>
        {method}
      </span>{' '}
      <code>
        {server}
        <strong>{path}</strong>
      </code>{' '}
      <span className={styles['key']}>{needsKey ? 'with a key' : 'no key needed'}</span>
    </p>
  );
}
