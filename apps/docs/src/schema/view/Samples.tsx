import CodeBlock from '@theme/CodeBlock';
import { type ReactNode, useId, useState } from 'react';
import { InLanguage, LanguageTabs } from '../../language/LanguageTabs.tsx';
import { LANGUAGES } from '../../language/languages.ts';
import type { Operation, Request } from '../field.ts';
import { writeSample } from '../samples/write-sample.ts';
import { Try } from '../try/Try.tsx';
import { readTyped, type Typed, typedOf } from '../try/typed.ts';
import styles from './schema.module.css';
import { Words } from './Words.tsx';

/** Requests to an operation, each in the reader's language, to be edited and sent from the page. */
export function Samples({ operation }: { readonly operation: Operation }): ReactNode {
  const { requests } = operation;
  const [chosen, choose] = useState(0);
  const [edited, edit] = useState<Typed>();
  const id = useId();
  const start = requests[chosen];
  if (!start) return null;
  const typed = edited ?? typedOf(operation, start);
  const read = readTyped(operation, typed);
  // While a body is typed in it is no JSON at times; the programs then wait.
  const request = edited && 'request' in read ? read.request : start;
  return (
    <>
      {requests.length > 1 && (
        <p className={styles['choice']} data-llms="skip">
          <label htmlFor={id}>Request</label>
          <select
            id={id}
            value={chosen}
            onChange={({ target }) => {
              choose(Number(target.value));
              edit(undefined);
            }}
          >
            {requests.map(({ title }, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </p>
      )}
      <Programs operation={operation} request={request} />
      <p data-llms="skip">
        Change it here, and the programs above change with it.{' '}
        {edited && (
          <button
            type="button"
            className="button button--secondary button--sm"
            onClick={() => edit(undefined)}
          >
            Reset
          </button>
        )}
      </p>
      <Try key={chosen} operation={operation} typed={typed} onTyped={edit} />
    </>
  );
}

function Programs({
  operation,
  request,
}: {
  readonly operation: Operation;
  readonly request: Request;
}): ReactNode {
  return (
    <LanguageTabs>
      {LANGUAGES.map(({ id, fence }) => {
        const { code, words } = writeSample(operation, request, id);
        return (
          <InLanguage key={id} language={id}>
            {words !== undefined && (
              <p>
                <Words text={words} />
              </p>
            )}
            {code !== undefined && <CodeBlock language={fence}>{code}</CodeBlock>}
          </InLanguage>
        );
      })}
    </LanguageTabs>
  );
}
