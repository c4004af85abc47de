import Link from '@docusaurus/Link';
import { type ReactNode, useId, useRef, useState } from 'react';
import { ConnectionPicker } from '../connection/ConnectionPicker';
import { CopyButton } from './CopyButton';
import { Editor } from './editor/Editor';
import styles from './RunnableExample.module.css';
import { RunOutput } from './RunOutput';
import { useRun } from './use-run';

export interface RunnableExampleProps {
  readonly file: string;
  readonly source: string;
  /** What tests recorded. */
  readonly output: string;
  readonly isRunnable: 'true' | 'false';
  /** What the playground opens with, as JSON. */
  readonly settings?: string;
  /** The files that it reads, by their names, as JSON. */
  readonly beside?: string;
  /** The code, as it is shown before anybody edits it. */
  readonly children: ReactNode;
}

/** An example beside what it prints: as tests recorded it, and as it prints it here once it is run. */
export function RunnableExample(props: RunnableExampleProps): ReactNode {
  const { file, source, output, settings, beside, children } = props;
  const isRunnable = props.isRunnable === 'true';
  const [edited, setEdited] = useState<string>();
  const { state, run, stop, reset } = useRun();
  const id = useId();
  const editButton = useRef<HTMLButtonElement>(null);
  const isRunning = state.status === 'running';
  const isChanged = edited !== undefined || state.status !== 'idle';

  function startOver(): void {
    reset();
    setEdited(undefined);
    editButton.current?.focus();
  }

  return (
    <section className={styles['example']} aria-label={file}>
      <div className={styles['bar']} data-llms="skip">
        {isRunnable && (
          <>
            {isRunning ? (
              <button type="button" className="button button--sm button--danger" onClick={stop}>
                Stop
              </button>
            ) : (
              <button
                type="button"
                className="button button--sm button--primary"
                onClick={() => run({ file, source: edited ?? source, beside: filesIn(beside) })}
              >
                Run
              </button>
            )}
            <button
              ref={editButton}
              type="button"
              className={styles['quiet']}
              aria-pressed={edited !== undefined}
              onClick={() => setEdited((before) => before ?? source)}
            >
              Edit
            </button>
            <button
              type="button"
              className={styles['quiet']}
              aria-disabled={!isChanged}
              onClick={startOver}
            >
              Reset
            </button>
          </>
        )}
        <CopyButton text={edited ?? source} />
        {settings !== undefined && (
          <Link
            className={styles['quiet'] ?? ''}
            data-noBrokenLinkCheck
            to={`/playground#${new URLSearchParams({ settings })}`}
          >
            Open in playground
          </Link>
        )}
        {isRunnable && <ConnectionPicker />}
      </div>
      <div className={styles['panes']}>
        <div className={styles['code']}>
          {edited === undefined ? (
            children
          ) : (
            <Editor label={`Edit ${file}`} value={edited} file={file} onChange={setEdited} />
          )}
        </div>
        <RunOutput id={id} recorded={output} state={state} />
      </div>
    </section>
  );
}

function filesIn(json = '{}'): Readonly<Record<string, string>> {
  return JSON.parse(json) as Readonly<Record<string, string>>;
}
