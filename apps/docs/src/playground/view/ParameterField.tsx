import { type ReactNode, useEffect, useId, useState } from 'react';
import { boundsOf, faultOfValue, type Parameter } from '../parameter';
import styles from './Playground.module.css';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: number | undefined;
  /** Nothing when it is left to the host. */
  readonly onChange: (value: number | undefined) => void;
}

/** One number of a call. Empty, it is left to the host; out of its bounds, it says so and is not sent. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  useEffect(() => {
    setText((before) => {
      const typed = before.trim() === '' ? undefined : Number(before);
      return typed === value || (value === undefined && typed !== undefined && isOut(typed))
        ? before
        : value === undefined
          ? ''
          : String(value);
    });
    function isOut(typed: number): boolean {
      return faultOfValue(parameter, typed) !== undefined;
    }
  }, [value, parameter]);
  const fault = text.trim() === '' ? undefined : faultOfValue(parameter, Number(text));

  const type = (typed: string): void => {
    setText(typed);
    const isUsable = typed.trim() !== '' && faultOfValue(parameter, Number(typed)) === undefined;
    onChange(isUsable ? Number(typed) : undefined);
  };

  return (
    <div className={styles['parameter']}>
      <label htmlFor={id}>
        <code>{parameter.name}</code> <span>{boundsOf(parameter)}</span>
      </label>
      <input
        id={id}
        inputMode="decimal"
        value={text}
        placeholder={parameter.example === undefined ? '' : `such as ${parameter.example}`}
        title={parameter.description}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        autoComplete="off"
        onChange={({ target }) => type(target.value)}
      />
      <span id={`${id}-fault`} className={styles['fault']}>
        {fault}
      </span>
    </div>
  );
}
