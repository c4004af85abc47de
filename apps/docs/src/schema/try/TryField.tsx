import { type ReactNode, useId } from 'react';
import type { Parameter } from '../field.ts';
import styles from './Try.module.css';

interface TryFieldProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for a parameter: a list to choose from where its values are few. */
export function TryField({ parameter, value, onChange }: TryFieldProps): ReactNode {
  const { name, kind, place, isRequired, values } = parameter;
  const id = useId();
  const notes = [
    ...(isRequired ? ['required'] : []),
    ...(kind === 'list' ? ['several with commas'] : []),
    ...(place === 'header' ? ['a header'] : []),
  ];
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>
        <code>{name}</code> <span className={styles['note']}>{notes.join(', ')}</span>
      </label>
      {values.length > 0 ? (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">left out</option>
          {values.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          placeholder="left out"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}
