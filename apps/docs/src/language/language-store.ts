import { isLanguage, type Language } from './languages.ts';

/** Where the choice is kept between visits. The script in the head of each page reads it, too. */
export const STORAGE_KEY = 'hermes4-language';
/** The attribute of `<html>` by which style sheets show the chosen language before any script has run. */
export const ATTRIBUTE = 'data-language';
export const DEFAULT_LANGUAGE: Language = 'typescript';

/** What the store needs of a page; a window has it all. */
export interface LanguagePlace {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly root: Pick<Element, 'setAttribute'>;
  /** Tells of a choice made in another tab. */
  onOtherTab(listener: (key: string | null, value: string | null) => void): () => void;
}

export interface LanguageStore {
  get(): Language;
  set(language: Language): void;
  subscribe(listener: () => void): () => void;
}

/** The reader's choice of language: one for the whole site, kept between visits and shared by all tabs. */
export function createLanguageStore(place: LanguagePlace): LanguageStore {
  const listeners = new Set<() => void>();
  let current = remembered(place);

  function show(language: Language): void {
    if (language === current) return;
    current = language;
    place.root.setAttribute(ATTRIBUTE, language);
    for (const listener of listeners) listener();
  }

  place.root.setAttribute(ATTRIBUTE, current);
  place.onOtherTab((key, value) => {
    if (key === STORAGE_KEY && isLanguage(value)) show(value);
  });

  return {
    get: () => current,
    set: (language) => {
      remember(place, language);
      show(language);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Storage throws where a reader has forbidden it; the choice then lasts as long as the page. */
function remembered({ storage }: LanguagePlace): Language {
  try {
    const kept = storage.getItem(STORAGE_KEY);
    return isLanguage(kept) ? kept : DEFAULT_LANGUAGE;
  } catch {
    return DEFAULT_LANGUAGE;
  }
}

function remember({ storage }: LanguagePlace, language: Language): void {
  try {
    storage.setItem(STORAGE_KEY, language);
  } catch {
    return;
  }
}
