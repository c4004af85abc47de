import { useSyncExternalStore } from 'react';
import { createLanguageStore, DEFAULT_LANGUAGE, type LanguageStore } from './language-store.ts';
import type { Language } from './languages.ts';

let store: LanguageStore | undefined;

/** The store of this page. Only to be called in a browser. */
export function languageStore(): LanguageStore {
  store ??= createLanguageStore({
    storage: {
      getItem: (key) => window.localStorage.getItem(key),
      setItem: (key, value) => window.localStorage.setItem(key, value),
    },
    root: document.documentElement,
    onOtherTab: (listener) => {
      const tell = ({ key, newValue }: StorageEvent) => listener(key, newValue);
      window.addEventListener('storage', tell);
      return () => window.removeEventListener('storage', tell);
    },
  });
  return store;
}

/** The reader's language, and how to change it for the whole site. */
export function useLanguage(): [Language, (language: Language) => void] {
  const language = useSyncExternalStore(
    (listener) => languageStore().subscribe(listener),
    () => languageStore().get(),
    () => DEFAULT_LANGUAGE,
  );
  return [language, (chosen) => languageStore().set(chosen)];
}
