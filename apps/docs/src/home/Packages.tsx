import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './home.module.css';

const PACKAGES = [
  [
    'node',
    'the client for Node: key and host from the environment, proxies, files, recordings',
    '/start/first-call',
  ],
  ['core', 'the same for every place that has fetch; no dependencies', '/reference/packages/core'],
  [
    'browser',
    'the same for pages, without a key, with a chat store and React hooks',
    '/guides/browsers',
  ],
  [
    'server',
    'the API on your machine or in your process, and the door that keeps keys out of browsers',
    '/guides/local-server',
  ],
  ['ai-sdk', 'a provider for the Vercel AI SDK', '/guides/vercel-ai-sdk'],
  ['cli', 'the command hermes4', '/start/without-a-key'],
] as const;

/** What can be installed. */
export function Packages(): ReactNode {
  return (
    <section aria-labelledby="packages">
      <h2 id="packages" className={styles['heading']}>
        Packages
      </h2>
      <dl className={styles['packages']}>
        {PACKAGES.map(([name, text, to]) => (
          <div key={name}>
            <dt>
              <Link to={to}>@hermes4/{name}</Link>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
