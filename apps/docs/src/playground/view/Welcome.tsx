import { hostProfiles } from '@hermes4/core';
import type { ReactNode } from 'react';
import { useConnection } from '../../connection/connection-store';
import styles from './Playground.module.css';

const BEGINNINGS = [
  'What are you, and where do you run?',
  'Is 1009 a prime number?',
  'Write a haiku about the sea.',
];

/** What stands where the conversation will be: who answers, and how to begin. */
export function Welcome({ onAsk }: { readonly onAsk: (prompt: string) => void }): ReactNode {
  const connection = useConnection();
  return (
    <div className={styles['welcome']}>
      {connection.kind === 'in-page' ? (
        <p>
          Here answers a simulator inside this page, with no model in it: it shows how the API
          behaves, without a key. To talk to Hermes 4 itself, choose above who answers.
        </p>
      ) : (
        <p>
          Here answers Hermes 4 at {hostProfiles[connection.host].name}, with your key and at its
          price.
        </p>
      )}
      <ul>
        {BEGINNINGS.map((prompt) => (
          <li key={prompt}>
            <button type="button" onClick={() => onAsk(prompt)}>
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
