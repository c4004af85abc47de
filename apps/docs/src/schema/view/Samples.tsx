import CodeBlock from '@theme/CodeBlock';
import { type ReactNode, useId, useState } from 'react';
import { ConnectionPicker } from '../../connection/ConnectionPicker.tsx';
import { InLanguage, LanguageTabs } from '../../language/LanguageTabs.tsx';
import { LANGUAGES } from '../../language/languages.ts';
import type { Operation } from '../field.ts';
import { writeSample } from '../write-sample.ts';
import styles from './schema.module.css';
import { useTry } from './use-try.ts';

/** The bodies of the document, each in the reader's language, to be sent from the page. */
export function Samples({ operation: { examples } }: { readonly operation: Operation }): ReactNode {
  const [chosen, choose] = useState(0);
  const id = useId();
  const example = examples[chosen];
  if (!example) return null;
  return (
    <>
      <p className={styles['try']}>
        <label htmlFor={id}>Request</label>
        <select id={id} value={chosen} onChange={({ target }) => choose(Number(target.value))}>
          {examples.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </p>
      <LanguageTabs>
        {LANGUAGES.flatMap(({ id: language, fence }) => {
          const code = writeSample(example.body, language);
          if (code === undefined) return [];
          return [
            <InLanguage key={language} language={language}>
              <CodeBlock language={fence}>{code}</CodeBlock>
            </InLanguage>,
          ];
        })}
      </LanguageTabs>
      <TryIt key={chosen} body={example.body} />
    </>
  );
}

function TryIt({ body }: { readonly body: Readonly<Record<string, unknown>> }): ReactNode {
  const { state, send, stop } = useTry();
  const isRunning = state.status === 'running';
  return (
    <section aria-label="Try it" data-llms="skip">
      <div className={styles['try']}>
        <button
          type="button"
          className="button button--primary button--sm"
          onClick={isRunning ? stop : () => void send(body)}
        >
          {isRunning ? 'Stop' : 'Send it from this page'}
        </button>
        <ConnectionPicker />
        <span role="status" className={styles['facts']}>
          {state.said}
        </span>
      </div>
      {state.output !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        <pre className={styles['output']} tabIndex={0} aria-label="What came back">
          {state.output}
        </pre>
      )}
    </section>
  );
}
