import { useEffect } from 'react';

/** Opens what a link points into, however deep it lies, when the page comes and when a link is followed. */
export function useOpenedByHash(): void {
  useEffect(() => {
    openTarget();
    window.addEventListener('hashchange', openTarget);
    return () => window.removeEventListener('hashchange', openTarget);
  }, []);
}

function openTarget(): void {
  // The ids of members have nothing in them that an address would write otherwise.
  const target = document.getElementById(window.location.hash.slice(1));
  if (!target) return;
  let changed = false;
  for (let at: HTMLElement | null = target; at; at = at.parentElement) {
    if (!(at instanceof HTMLDetailsElement) || at.open) continue;
    at.open = true;
    changed = true;
  }
  if (changed) target.scrollIntoView();
}
