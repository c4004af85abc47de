import CodeBlock from '@theme/CodeBlock';
import { type ReactNode, type RefObject, useId } from 'react';
import { InLanguage, LanguageTabs } from '../../language/LanguageTabs';
import { LANGUAGES } from '../../language/languages';
import { writeCode } from '../code/write-code';
import type { Call } from '../request';
import styles from './Playground.module.css';

interface CodeDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Nothing is written while nobody looks. */
  readonly isShown: boolean;
  readonly call: Call;
  readonly onClose: () => void;
}

/** The same call as a program, in every language. */
export function CodeDialog({ dialog, isShown, call, onClose }: CodeDialogProps): ReactNode {
  const id = useId();
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={id} onClose={onClose}>
      <div className={styles['dialogHead']}>
        <h2 id={id}>The same call as code</h2>
        <button type="button" className={styles['quiet']} onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {isShown && (
        <LanguageTabs>
          {LANGUAGES.map((language) => (
            <InLanguage key={language.id} language={language.id}>
              <CodeBlock language={language.fence}>{writeCode(call, language.id)}</CodeBlock>
            </InLanguage>
          ))}
        </LanguageTabs>
      )}
    </dialog>
  );
}
