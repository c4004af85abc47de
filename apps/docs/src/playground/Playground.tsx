import Link from '@docusaurus/Link';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConnectionPicker } from '../connection/ConnectionPicker';
import { copyText } from '../runner/copy-text';
import { conversationOf } from './conversation';
import { callOf } from './request';
import { faultOfSchema, NO_SETTINGS } from './settings';
import { fromFragment, toFragment } from './share';
import { useSession } from './use-session';
import { CodeDialog } from './view/CodeDialog';
import { Composer } from './view/Composer';
import { Message } from './view/Message';
import styles from './view/Playground.module.css';
import { SettingsPanel } from './view/SettingsPanel';
import { Welcome } from './view/Welcome';

/** Chat with the model, or with the local server in this page. */
export function Playground(): ReactNode {
  const [settings, setSettings] = useState(NO_SETTINGS);
  const [notice, setNotice] = useState('');
  const [isCodeShown, setCodeShown] = useState(false);
  const session = useSession(settings);
  const dialog = useRef<HTMLDialogElement>(null);
  const { messages, status, error, stop } = session.shown;
  const isBusy = status === 'sending' || status === 'streaming';

  useEffect(() => {
    const open = (): void => setSettings((before) => fromFragment(location.hash) ?? before);
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);

  const share = async (): Promise<void> => {
    const link = `${location.origin}${location.pathname}${toFragment(settings)}`;
    history.replaceState(history.state, '', link);
    const isCopied = await copyText(link);
    setNotice(isCopied ? 'The link was copied.' : 'The link stands in the address bar.');
  };
  const schemaFault = faultOfSchema(settings.schema);

  return (
    <div className={styles['playground']}>
      <section className={styles['chat']} aria-label="Conversation">
        <div className={styles['head']}>
          <h1>Playground</h1>
          <a className={styles['toSettings']} href="#playground-settings">
            Settings
          </a>
          <ConnectionPicker />
        </div>
        {messages.length === 0 ? (
          <Welcome onAsk={session.send} />
        ) : (
          <ol className={styles['messages']}>
            {messages.map((message) => (
              <Message key={message.id} message={message} session={session} />
            ))}
          </ol>
        )}
        {error !== undefined && (
          <div className={styles['error']} role="alert">
            <p>
              {error.message}{' '}
              {error.code !== 'unknown' && <Link to={`/errors/${error.code}`}>What to do</Link>}
            </p>
            <button type="button" className={styles['quiet']} onClick={session.retry}>
              Try again
            </button>
          </div>
        )}
        <span className={styles['heard']} role="status">
          {isBusy
            ? 'The answer is being written.'
            : messages.length > 0
              ? 'The answer is there.'
              : ''}
        </span>
        <Composer
          prompt={settings.prompt}
          isBusy={isBusy}
          fault={schemaFault && `The schema cannot be used. ${schemaFault}`}
          onPrompt={(prompt) => setSettings((before) => ({ ...before, prompt }))}
          onSend={session.send}
          onStop={stop}
        />
      </section>
      <aside id="playground-settings" className={styles['panel']} aria-label="Settings">
        <div className={styles['tools']}>
          <button
            type="button"
            className={styles['quiet']}
            onClick={() => {
              setCodeShown(true);
              dialog.current?.showModal();
            }}
          >
            View code
          </button>
          <button type="button" className={styles['quiet']} onClick={() => void share()}>
            Share
          </button>
          <button type="button" className={styles['quiet']} onClick={session.shown.newConversation}>
            New chat
          </button>
        </div>
        <p className={styles['notice']} role="status">
          {notice}
        </p>
        <SettingsPanel settings={settings} onChange={setSettings} />
      </aside>
      <CodeDialog
        dialog={dialog}
        isShown={isCodeShown}
        onClose={() => setCodeShown(false)}
        call={callOf(settings, conversationOf(messages, settings.prompt))}
      />
    </div>
  );
}
