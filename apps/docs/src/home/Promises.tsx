import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './home.module.css';

interface Promised {
  readonly title: string;
  readonly text: string;
  readonly to: string;
  readonly more: string;
}

const PROMISES: readonly Promised[] = [
  {
    title: 'One form, whatever the host',
    text: 'Thoughts in four different fields or between tags, tool calls as text, errors inside a good status: it all arrives in one documented shape, and what was inferred says so.',
    to: '/guides/hosts',
    more: 'Seven hosts',
  },
  {
    title: 'Honest endings',
    text: 'A stream that is cut is an error that carries what had arrived, never a short answer that looks whole. Each failure has a code that never changes.',
    to: '/errors',
    more: 'Every error code',
  },
  {
    title: 'No key, no network',
    text: 'The local server checks, streams, stops, counts and refuses as the hosted API does. It answers in your tests, on a train, and on this very site.',
    to: '/guides/local-server',
    more: 'The local server',
  },
  {
    title: 'Tools and schemas that work',
    text: 'Most hosts of this model take no tools. The client writes them into the prompt in the words that the model was trained on, and reads the calls back out.',
    to: '/guides/tools',
    more: 'Tools',
  },
  {
    title: 'Pages without keys',
    text: 'A relay with tickets, a chat store for any framework, React hooks, and streams that survive a lost connection.',
    to: '/guides/browsers',
    more: 'Browsers',
  },
  {
    title: 'Measured, not claimed',
    text: 'What the client costs beside its peers, on a page that one command writes. Sizes and layers are assertions of the tests.',
    to: '/contributing/benchmarks',
    more: 'Benchmarks',
  },
];

/** What can be relied on, each with the page that shows it. */
export function Promises(): ReactNode {
  return (
    <section aria-labelledby="promises">
      <h2 id="promises" className={styles['heading']}>
        What you can rely on
      </h2>
      <ul className={styles['promises']}>
        {PROMISES.map(({ title, text, to, more }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            <Link to={to}>{more}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
