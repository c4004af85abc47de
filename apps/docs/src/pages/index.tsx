import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';

export default function Home(): ReactNode {
  return (
    <Layout description="Everything a TypeScript developer needs to build on Hermes 4.">
      <main className="container margin-vert--xl">
        <h1>Hermes 4 toolkit</h1>
        <Link to="/guide/first-call">First call</Link>
      </main>
    </Layout>
  );
}
