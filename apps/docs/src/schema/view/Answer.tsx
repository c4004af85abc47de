import CodeBlock from '@theme/CodeBlock';
import type { ReactNode } from 'react';
import type { AnswerContent, Answer as AnswerModel } from '../field.ts';
import { Fields, Forms } from './Fields.tsx';
import styles from './schema.module.css';

/** What comes back with a status: its headers, and what is in it by content type. */
export function Answer({ answer }: { readonly answer: AnswerModel }): ReactNode {
  const { headers, contents } = answer;
  return (
    <>
      {headers.length > 0 && (
        <details className={styles['inside']}>
          <summary>Headers</summary>
          <Fields fields={headers} />
        </details>
      )}
      {contents.map((content) => (
        <Content key={content.type} content={content} />
      ))}
    </>
  );
}

function Content({ content }: { readonly content: AnswerContent }): ReactNode {
  const { type, fields, forms, sameAs, samples } = content;
  return (
    <div className={styles['content']}>
      <p className={styles['facts']}>
        <code>{type}</code>
        {sameAs !== undefined && (
          <>
            {' '}
            with the same members as under <a href={`#status-${sameAs}`}>{sameAs}</a>
          </>
        )}
      </p>
      {fields.length + forms.length > 0 && (
        <details className={styles['inside']}>
          <summary>What is in it</summary>
          <Fields fields={fields} />
          <Forms forms={forms} />
        </details>
      )}
      {samples.map(({ title, text }) => (
        <details key={title} className={styles['inside']}>
          <summary>{title}</summary>
          <CodeBlock language={type === 'application/json' ? 'json' : 'text'}>{text}</CodeBlock>
        </details>
      ))}
    </div>
  );
}
