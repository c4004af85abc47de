import Link from '@docusaurus/Link';
import { useAllDocsData } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type { ReactNode } from 'react';
import { closestPaths } from '../../../not-found/closest-paths.ts';
import styles from './NotFound.module.css';

/** Says what was not found, and where it may be. */
export default function NotFoundContent(): ReactNode {
  const { pathname } = useLocation();
  const docs = useAllDocsData();
  const isBrowser = useIsBrowser();
  const paths = Object.values(docs).flatMap(({ versions }) =>
    versions.flatMap((version) => version.docs.map((doc) => doc.path)),
  );
  // The page is rendered once for every address that does not exist, so only the browser knows which it is.
  const closest = isBrowser ? closestPaths(pathname, paths) : [];

  return (
    <main className={styles['page']}>
      <h1>There is no page here</h1>
      <p>
        {isBrowser ? <code>{pathname}</code> : 'This address'} leads nowhere. It may have moved, or
        the link was cut off.
      </p>
      {closest.length > 0 && (
        <>
          <h2>Did you mean</h2>
          <ul>
            {closest.map((path) => (
              <li key={path}>
                <Link to={path}>{path}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Or begin here</h2>
      <ul>
        <li>
          <Link to="/start/first-call">Your first call</Link>
        </li>
        <li>
          <Link to="/errors">Error codes</Link>
        </li>
        <li>
          <Link to="/search">Search</Link>, which knows every page and every parameter
        </li>
      </ul>
    </main>
  );
}
