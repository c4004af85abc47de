import type { ReactNode } from 'react';
import styles from './RunnableExample.module.css';
import type { RunState } from './use-run';

interface RunOutputProps {
  readonly id: string;
  readonly recorded: string;
  readonly state: RunState;
}

/** What a program prints: what tests recorded until it is run, and then its own. */
export function RunOutput({ id, recorded, state }: RunOutputProps): ReactNode {
  const isRecorded = state.status === 'idle';
  return (
    <div className={styles['output']}>
      <div className={styles['caption']} id={id}>
        {captionOf(state)}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <pre aria-labelledby={id} role="log" tabIndex={0} data-run={state.status}>
        {isRecorded ? recorded : state.output}
        {state.failure !== undefined && <strong>{state.failure}</strong>}
      </pre>
    </div>
  );
}

function captionOf({ status, seconds }: RunState): string {
  if (status === 'running') return 'Running …';
  if (status === 'done') return `Output, ${seconds?.toFixed(1)} s in this page`;
  if (status === 'stopped') return 'Stopped';
  if (status === 'failed') return 'Ended with an error';
  return 'Output, as tests recorded it';
}
