import { describe, expect, it, vi } from 'vitest';
import { createLanguageStore, type LanguagePlace, STORAGE_KEY } from './language-store.ts';

/** A page whose storage, root element and other tabs are plain values. */
function createPage(kept: Record<string, string> = {}) {
  const attributes: Record<string, string> = {};
  const tabs: ((key: string | null, value: string | null) => void)[] = [];
  const place: LanguagePlace = {
    storage: {
      getItem: (key) => kept[key] ?? null,
      setItem: (key, value) => {
        kept[key] = value;
      },
    },
    root: {
      setAttribute: (name, value) => {
        attributes[name] = value;
      },
    },
    onOtherTab: (listener) => {
      tabs.push(listener);
      return () => undefined;
    },
  };
  const inOtherTab = (value: string) => {
    for (const tell of tabs) tell(STORAGE_KEY, value);
  };
  return { place, kept, attributes, inOtherTab };
}

describe('the reader’s language', () => {
  it('is TypeScript until something else is chosen', () => {
    const { place, attributes } = createPage();
    expect(createLanguageStore(place).get()).toBe('typescript');
    expect(attributes).toEqual({ 'data-language': 'typescript' });
  });

  it('is remembered on the next page', () => {
    const { place } = createPage();
    createLanguageStore(place).set('python');
    expect(createLanguageStore(place).get()).toBe('python');
  });

  it('is shown on the page and told to who listens, once for each change', () => {
    const { place, attributes } = createPage();
    const store = createLanguageStore(place);
    const heard = vi.fn();
    store.subscribe(heard);
    store.set('curl');
    store.set('curl');
    expect(attributes).toEqual({ 'data-language': 'curl' });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is no longer told to who has left', () => {
    const store = createLanguageStore(createPage().place);
    const heard = vi.fn();
    store.subscribe(heard)();
    store.set('curl');
    expect(heard).not.toHaveBeenCalled();
  });

  it('follows a choice made in another tab', () => {
    const { place, inOtherTab } = createPage();
    const store = createLanguageStore(place);
    inOtherTab('python');
    expect(store.get()).toBe('python');
    inOtherTab('cobol');
    expect(store.get()).toBe('python');
  });

  it('is TypeScript again when what was kept is no language', () => {
    expect(createLanguageStore(createPage({ [STORAGE_KEY]: 'cobol' }).place).get()).toBe(
      'typescript',
    );
  });

  it('lasts as long as the page where storage is forbidden', () => {
    const { place } = createPage();
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const store = createLanguageStore({
      ...place,
      storage: { getItem: forbidden, setItem: forbidden },
    });
    store.set('python');
    expect(store.get()).toBe('python');
  });
});
