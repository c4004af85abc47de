import { type ReactNode, useId } from 'react';
import { ConnectionPicker } from '../../connection/ConnectionPicker.tsx';
import { useConnection } from '../../connection/connection-store.ts';
import type { Operation } from '../field.ts';
import styles from './Try.module.css';
import { TryField } from './TryField.tsx';
import type { Typed } from './typed.ts';
import { useTry } from './use-try.ts';
import { warningOf } from './warning-of.ts';

interface TryProps {
  readonly operation: Operation;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}

/** A request to be edited and sent from the page, and what comes back. */
export function Try({ operation, typed, onTyped }: TryProps): ReactNode {
  const { state, send, stop } = useTry(operation);
  const connection = useConnection();
  const id = useId();
  const isRunning = state.status === 'running';
  const warning = warningOf(operation, connection);

  const submit = (): void => {
    if (warning?.asks === true && !window.confirm(warning.words)) return;
    void send(typed);
  };
  return (
    <section aria-label="Try it" className={styles['try']} data-llms="skip">
      {operation.parameters.length > 0 && (
        <div className={styles['fields']}>
          {operation.parameters.map((parameter) => (
            <TryField
              key={parameter.name}
              parameter={parameter}
              value={typed.fields[parameter.name] ?? ''}
              onChange={(value) =>
                onTyped({ ...typed, fields: { ...typed.fields, [parameter.name]: value } })
              }
            />
          ))}
        </div>
      )}
      {operation.takesBody !== 'never' && (
        <>
          <label htmlFor={`${id}-body`}>Body, as JSON</label>
          <textarea
            id={`${id}-body`}
            className={styles['body']}
            value={typed.body}
            rows={Math.min(Math.max(typed.body.split('\n').length, 3), 18)}
            spellCheck={false}
            onChange={({ target }) => onTyped({ ...typed, body: target.value })}
          />
        </>
      )}
      {warning && <p className={styles['warning']}>{warning.words}</p>}
      <div className={styles['actions']}>
        <button
          type="button"
          className="button button--primary button--sm"
          onClick={isRunning ? stop : submit}
        >
          {isRunning ? 'Stop' : 'Send it from this page'}
        </button>
        <ConnectionPicker />
      </div>
      <p role="status" className={styles['facts']}>
        {state.facts.join(' · ')}
      </p>
      {state.fault !== undefined && (
        <p role="alert" className={styles['fault']}>
          {state.fault}
        </p>
      )}
      {state.output !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        <pre className={styles['output']} tabIndex={0} aria-label="What came back">
          {state.output}
        </pre>
      )}
    </section>
  );
}
