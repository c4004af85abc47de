import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import MDXContent from '@theme/MDXContent';
import type { ReactNode } from 'react';
import FirstCall from '../../docs/start/_first-call.mdx';
import { Hero } from '../home/Hero.tsx';
import styles from '../home/home.module.css';
import { Packages } from '../home/Packages.tsx';
import { Promises } from '../home/Promises.tsx';

export default function Home(): ReactNode {
  return (
    <Layout description="A typed client, a command line and a local server for nousresearch/hermes-4-405b, with a guide whose every example is run by tests.">
      <main className={styles['page']}>
        <div className={styles['opening']}>
          <Hero />
          <div className={styles['call']}>
            <MDXContent>
              <FirstCall />
            </MDXContent>
            <p>
              Asks the model when a key is set. No key?{' '}
              <Link to="/start/without-a-key">Start here</Link>.
            </p>
          </div>
        </div>
        <Promises />
        <Packages />
      </main>
    </Layout>
  );
}
