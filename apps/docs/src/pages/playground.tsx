import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { Playground } from '../playground/Playground';

export default function PlaygroundPage(): ReactNode {
  return (
    <Layout
      title="Playground"
      description="Chat with Hermes 4 with your own key, or with the local server in this page without one."
      noFooter
    >
      <main>
        <Playground />
      </main>
    </Layout>
  );
}
