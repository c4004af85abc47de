import Search from '@theme-original/SearchBar';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** What the navigation bar gives to search. */
export interface SearchBarProps {
  readonly handleSearchBarToggle?: (isOpen: boolean) => void;
}

export interface LoadedSearchProps extends SearchBarProps {
  /** What was typed into the field whose place this takes. */
  readonly typed: string;
  /** Whether that field was being typed into. */
  readonly isFocused: boolean;
}

/** Search, going on where a plain field was left. */
export function LoadedSearch({ typed, isFocused, ...props }: LoadedSearchProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const start = useRef({ typed, isFocused });
  // Before its effects: the search reads its field when it comes, as it does on a page that was rendered elsewhere.
  useLayoutEffect(() => {
    const input = place.current?.querySelector('input');
    if (!input) return;
    input.value = start.current.typed;
    if (start.current.isFocused) input.focus();
  }, []);
  return (
    <div ref={place} style={{ display: 'contents' }}>
      <Search {...props} />
    </div>
  );
}
