import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Editor.module.css';

interface EditorProps {
  readonly label: string;
  readonly value: string;
  readonly file: string;
  readonly onChange: (value: string) => void;
}

/** An editor for code. It is loaded when it is first shown; until then, and without it, there is a plain field. */
export function Editor({ label, value, file, onChange }: EditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const first = useRef({ label, value, file, onChange });
  first.current.onChange = onChange;

  useEffect(() => {
    let destroy: (() => void) | undefined;
    let isGone = false;
    void import('./create-editor.ts').then(({ createEditor }) => {
      if (isGone || !place.current || !plain.current) return;
      plain.current.hidden = true;
      destroy = createEditor(place.current, {
        ...first.current,
        // What was typed while it was loaded.
        value: plain.current.value,
        onChange: (text) => first.current.onChange(text),
      });
    });
    return () => {
      isGone = true;
      destroy?.();
    };
  }, []);

  return (
    <div className={styles['editor']} ref={place}>
      <textarea
        ref={plain}
        aria-label={label}
        defaultValue={first.current.value}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
