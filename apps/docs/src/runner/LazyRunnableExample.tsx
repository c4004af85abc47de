import { lazy, type ReactNode, Suspense } from 'react';
import type { RunnableExampleProps } from './RunnableExample';

const Example = lazy(async () => {
  const { RunnableExample } = await import('./RunnableExample');
  return { default: RunnableExample };
});

/** An example whose code comes with the pages that show one, and with no other. */
export function LazyRunnableExample(props: RunnableExampleProps): ReactNode {
  return (
    <Suspense>
      <Example {...props} />
    </Suspense>
  );
}
