import { type HostName, hostProfiles } from '@hermes4/core';
import { type ReactNode, type SyntheticEvent, useId, useRef, useState } from 'react';
import styles from './ConnectionPicker.module.css';
import { faultOf, HOSTS, IN_PAGE } from './connection.ts';
import { connect, useConnection } from './connection-store.ts';

/** Lets a reader choose who answers: the local server in this page, or a host with a key of their own. */
export function ConnectionPicker(): ReactNode {
  const connection = useConnection();
  const details = useRef<HTMLDetailsElement>(null);
  const who =
    connection.kind === 'in-page'
      ? 'the local server in this page'
      : hostProfiles[connection.host].name;

  const close = (): void => {
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={details}
      className={styles['picker']}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <summary>
        <span className={styles['dot']} data-kind={connection.kind} aria-hidden="true" />
        Answered by {who}
      </summary>
      <div className={styles['panel']}>
        {connection.kind === 'in-page' ? (
          <OwnKeyForm onConnected={close} />
        ) : (
          <>
            <p>
              Calls go to <code>{connection.baseURL}</code> with your key, and cost what that host
              charges.
            </p>
            <button
              type="button"
              className="button button--sm button--secondary"
              onClick={() => {
                connect(IN_PAGE);
                close();
              }}
            >
              Forget the key
            </button>
          </>
        )}
      </div>
    </details>
  );
}

function OwnKeyForm({ onConnected }: { readonly onConnected: () => void }): ReactNode {
  const [host, setHost] = useState<HostName>('aimlapi');
  const [baseURL, setBaseURL] = useState(hostProfiles.aimlapi.baseURL);
  const [fault, setFault] = useState<string>();
  const key = useRef<HTMLInputElement>(null);
  const id = useId();

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const apiKey = key.current?.value.trim() ?? '';
    const found = faultOf({ host, baseURL, apiKey });
    setFault(found);
    if (found !== undefined) return;
    connect({ kind: 'own-key', host, baseURL: baseURL.trim(), apiKey });
    onConnected();
  };

  return (
    <form onSubmit={submit} autoComplete="off">
      <p>
        The local server needs no key and no network. To ask the model, use a key of your own: it
        stays in the memory of this tab, is sent to this one host, and costs what the host charges.
      </p>
      <label htmlFor={`${id}-host`}>Host</label>
      <select
        id={`${id}-host`}
        value={host}
        onChange={({ target }) => {
          const chosen = target.value as HostName;
          setHost(chosen);
          setBaseURL(hostProfiles[chosen].baseURL);
        }}
      >
        {HOSTS.map((name) => (
          <option key={name} value={name}>
            {hostProfiles[name].name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-url`}>Address</label>
      <input
        id={`${id}-url`}
        type="url"
        value={baseURL}
        onChange={({ target }) => setBaseURL(target.value)}
      />
      <label htmlFor={`${id}-key`}>Key</label>
      <input ref={key} id={`${id}-key`} type="password" autoComplete="off" spellCheck={false} />
      {fault !== undefined && <p role="alert">{fault}</p>}
      <p className={styles['warning']}>
        Whoever can see this page can use the key, so make one with a low limit, and forget it when
        you are done. Hosts that do not allow pages of this address cannot be asked from here.
      </p>
      <button type="submit" className="button button--sm button--primary">
        Use this key
      </button>
    </form>
  );
}
