import Link from '@docusaurus/Link';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './home.module.css';

/** What the toolkit is, and the two ways in. */
export function Hero(): ReactNode {
  return (
    <header className={styles['hero']}>
      <p className={styles['eyebrow']}>nousresearch/hermes-4-405b</p>
      <h1 className={styles['title']}>
        Build on Hermes{'\u00a0'}4, from the first call to millions.
      </h1>
      <p className={styles['lead']}>
        A typed client with no dependencies, a command line, and a local server that speaks the same
        API without a key. Open source, in TypeScript, and every example on this site is run by
        tests.
      </p>
      <div className={styles['ways']}>
        <Link className={clsx('button', styles['primary'])} to="/start/first-call">
          Make your first call
        </Link>
        <Link className={clsx('button', styles['secondary'])} to="/playground">
          Try it here, without a key
        </Link>
      </div>
    </header>
  );
}
