import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import type { Again, Field, Form } from '../field.ts';
import styles from './schema.module.css';
import { useOpenedByHash } from './use-opened-by-hash.ts';
import { Words } from './Words.tsx';

/** A member that has a heading of its own, with all that is inside of it. */
export function Member({ field }: { readonly field: Field }): ReactNode {
  useOpenedByHash();
  return (
    <div className={styles['member']}>
      <p className={styles['head']}>
        <Kind field={field} />
      </p>
      <About field={field} />
    </div>
  );
}

/** Members of a request or an answer, with all that is inside of them. */
export function Fields({ fields }: { readonly fields: readonly Field[] }): ReactNode {
  useOpenedByHash();
  return (
    <ul className={styles['fields']}>
      {fields.map((field) => (
        <FieldRow key={field.id} field={field} />
      ))}
    </ul>
  );
}

/** The forms that a value can have. */
export function Forms({ forms }: { readonly forms: readonly Form[] }): ReactNode {
  useOpenedByHash();
  const links = useBrokenLinks();
  return forms.map(({ id, title, description, fields, again }) => {
    links.collectAnchor(id);
    return (
      <details key={id} id={id} className={styles['inside']}>
        <summary>
          {title} <span className={styles['count']}>{countOf(fields)}</span>
        </summary>
        {description !== '' && (
          <p>
            <Words text={description} />
          </p>
        )}
        {again && <SameAgain again={again} />}
        <Fields fields={fields} />
      </details>
    );
  });
}

function FieldRow({ field }: { readonly field: Field }): ReactNode {
  useBrokenLinks().collectAnchor(field.id);
  const { id, name } = field;
  return (
    <li id={id} className={styles['field']}>
      <p className={styles['head']}>
        <code className={styles['name']}>{name}</code> <Kind field={field} />{' '}
        <a className="hash-link" href={`#${id}`} aria-label={`Direct link to ${name}`} />
      </p>
      <About field={field} />
    </li>
  );
}

/** What a member's values are. */
function Kind({ field: { type, isRequired, facts } }: { readonly field: Field }): ReactNode {
  return (
    <>
      <span className={styles['type']}>{type}</span>{' '}
      {isRequired && <span className={styles['required']}>required</span>}{' '}
      {facts.length > 0 && <span className={styles['facts']}>· {facts.join(' · ')}</span>}
    </>
  );
}

/** What is said of a member below its name. */
function About({ field }: { readonly field: Field }): ReactNode {
  const { name, description, fields, forms, again } = field;
  return (
    <>
      {description !== '' && (
        <p>
          <Words text={description} />
        </p>
      )}
      {again && <SameAgain again={again} />}
      {fields.length > 0 && (
        <details className={styles['inside']}>
          <summary>
            What is in <code>{name}</code>{' '}
            <span className={styles['count']}>{countOf(fields)}</span>
          </summary>
          <Fields fields={fields} />
        </details>
      )}
      <Forms forms={forms} />
    </>
  );
}

function SameAgain({ again: { title, id } }: { readonly again: Again }): ReactNode {
  return (
    <p className={styles['facts']}>
      What is in it is what is in {id === '' ? title : <a href={`#${id}`}>{title}</a>} above, as
      deep as it goes.
    </p>
  );
}

function countOf(fields: readonly Field[]): string {
  return fields.length === 1 ? '1 member' : `${fields.length} members`;
}
