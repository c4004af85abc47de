import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { LoadedSearchProps, SearchBarProps } from '../../search/LoadedSearch.tsx';
import styles from './SearchBar.module.css';

interface Loaded {
  readonly Search: ComponentType<LoadedSearchProps>;
  /** What the reader had done with the field until then. */
  readonly typed: string;
  readonly isFocused: boolean;
}

/**
 * A field that is there at once. Search itself, with the worker that reads the index, is loaded when a reader first turns to
 * the field, and takes over what was typed into it; most pages are read without.
 */
export default function SearchBar(props: SearchBarProps): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>();
  const field = useRef<HTMLInputElement>(null);

  const load = useCallback((): void => {
    void import('../../search/LoadedSearch.tsx').then(({ LoadedSearch: Search }) => {
      const { current } = field;
      if (!current) return;
      const isFocused = document.activeElement === current;
      setLoaded({ Search, typed: current.value, isFocused });
    });
  }, []);

  useEffect(() => {
    if (loaded) return undefined;
    // A reader may have begun to type before this script ran.
    if (document.activeElement === field.current) load();
    const focusByKeyboard = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focusByKeyboard);
    return () => document.removeEventListener('keydown', focusByKeyboard);
  }, [loaded, load]);

  if (loaded) return <loaded.Search {...props} typed={loaded.typed} isFocused={loaded.isFocused} />;
  return (
    <div className={`navbar__search ${styles['place']}`}>
      <svg aria-hidden="true" viewBox="0 0 16 16" fill="none" stroke="currentColor">
        <circle cx="6" cy="6" r="5" strokeWidth="2" />
        <path d="m10 10 5 5" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <input
        ref={field}
        className="navbar__search-input"
        placeholder="Search"
        aria-label="Search"
        onFocus={load}
        onMouseEnter={load}
      />
    </div>
  );
}
