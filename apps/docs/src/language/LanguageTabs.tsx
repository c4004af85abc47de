import {
  Children,
  isValidElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
} from 'react';
import styles from './LanguageTabs.module.css';
import { bestOffer, LANGUAGES, type Language, labelOf } from './languages.ts';
import { useLanguage } from './use-language.ts';

export interface InLanguageProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** What one tab of `LanguageTabs` shows. */
export function InLanguage({ children }: InLanguageProps): ReactNode {
  return children;
}

/**
 * One thing said in several languages: a fenced block for each (`ts`, `js`, `python`, `bash` for cURL, `sh` for the
 * command line), or an `InLanguage` for each where it is more than a block. The tab that shows is the reader's choice on the whole site; a
 * group that lacks it shows its first language and leaves the choice alone.
 *
 * All panels are in the HTML. Style sheets pick one by an attribute of `<html>`, so the right one is there
 * before any script has run, and all of them where scripts never do.
 */
export function LanguageTabs({ children }: { readonly children: ReactNode }): ReactNode {
  const panels = panelsOf(children);
  const offers = panels.map(({ language }) => language);
  const [chosen, choose] = useLanguage();
  const shown = bestOffer(offers, chosen);
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent, from: number): void {
    const to = nextTab(event.key, from, offers.length);
    const language = to === undefined ? undefined : offers[to];
    if (language === undefined) return;
    event.preventDefault();
    choose(language);
    tabs.current?.querySelector<HTMLElement>(`[data-tab='${language}']`)?.focus();
  }

  return (
    <div className={styles['group']} data-language-group={offers.join(' ')}>
      <div
        ref={tabs}
        role="tablist"
        aria-label="Language"
        className={styles['tabs']}
        data-llms="skip"
      >
        {offers.map((language, index) => (
          <button
            key={language}
            type="button"
            role="tab"
            id={`${id}-tab-${language}`}
            aria-controls={`${id}-panel-${language}`}
            aria-selected={language === shown}
            tabIndex={language === shown ? 0 : -1}
            data-tab={language}
            onClick={() => choose(language)}
            onKeyDown={(event) => move(event, index)}
          >
            {labelOf(language)}
          </button>
        ))}
      </div>
      {panels.map(({ language, content }) => (
        <div
          key={language}
          className={styles['panel']}
          role="tabpanel"
          id={`${id}-panel-${language}`}
          aria-labelledby={`${id}-tab-${language}`}
          data-language-panel={language}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

/** The same without tabs: a sentence in the language that the tabs nearby show. */
export function ByLanguage({ children }: { readonly children: ReactNode }): ReactNode {
  const panels = panelsOf(children);
  return (
    <div
      className={styles['group']}
      data-language-group={panels.map((panel) => panel.language).join(' ')}
    >
      {panels.map(({ language, content }) => (
        <div key={language} className={styles['panel']} data-language-panel={language}>
          {content}
        </div>
      ))}
    </div>
  );
}

interface Panel {
  readonly language: Language;
  readonly content: ReactNode;
}

function panelsOf(children: ReactNode): Panel[] {
  const panels = Children.toArray(children).flatMap((child): Panel[] => {
    if (!isValidElement<InLanguageProps>(child)) return [];
    const { language, children: content } = child.props;
    if (child.type === InLanguage) return [{ language, content }];
    const fenced = languageOfFence(child);
    return fenced === undefined ? [] : [{ language: fenced, content: child }];
  });
  const order = LANGUAGES.map(({ id }) => id);
  return panels.sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
}

/** The language of a fenced block: MDX makes of it a `pre` around a `code` whose class says what was fenced. */
function languageOfFence({ props }: ReactElement<{ readonly children?: ReactNode }>) {
  const code = props.children;
  if (!isValidElement<{ readonly className?: string }>(code)) return undefined;
  const fence = /language-(\w+)/.exec(code.props.className ?? '')?.[1];
  return LANGUAGES.find((language) => language.fence === fence)?.id;
}

function nextTab(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
