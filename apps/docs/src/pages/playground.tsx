import Layout from '@theme/Layout';
import type { ReactNode } from 'react';

export default function PlaygroundPage(): ReactNode {
  return (
    <Layout title="Playground" description="Chat with Hermes 4, or with the local server in this page.">
      <main className="container">
        <h1>Playground</h1>
      </main>
    </Layout>
  );
}
