import Head from '@docusaurus/Head';
import { useLocation } from '@docusaurus/router';
import { type ReactNode, useState } from 'react';
import styles from './TwinActions.module.css';
import { twinPath } from './twin-path.ts';

type CopyState = 'idle' | 'copied' | 'failed';

const LABELS: Readonly<Record<CopyState, string>> = {
  idle: 'Copy as Markdown',
  copied: 'Copied',
  failed: 'Could not copy',
};

/** Gives the reader the page as Markdown, to paste somewhere or to read as it is. */
export function TwinActions(): ReactNode {
  const path = twinPath(useLocation().pathname.replace(/(?<=.)\/$/, ''));
  const [state, setState] = useState<CopyState>('idle');

  async function copy(): Promise<void> {
    setState(await copyTextAt(path));
    setTimeout(() => setState('idle'), 2_000);
  }

  return (
    <div className={styles['actions']} data-llms="skip">
      <Head>
        <link rel="alternate" type="text/markdown" href={path} />
      </Head>
      <button type="button" onClick={() => void copy()} aria-live="polite">
        {LABELS[state]}
      </button>
      <a href={path}>View as Markdown</a>
    </div>
  );
}

async function copyTextAt(path: string): Promise<CopyState> {
  try {
    const response = await fetch(path);
    if (!response.ok) return 'failed';
    await navigator.clipboard.writeText(await response.text());
    return 'copied';
  } catch {
    return 'failed';
  }
}
