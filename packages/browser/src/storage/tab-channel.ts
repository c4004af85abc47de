import type { StorageChange } from './chat-storage.ts';

/** Tells other tabs of changes, and hears of theirs. */
export interface TabChannel {
  tell(change: StorageChange): void;
  readonly listen: (hear: (change: StorageChange) => void) => () => void;
}

/** Makes a channel between the tabs of one origin. It is open only while somebody listens. */
export function createTabChannel(name: string): TabChannel {
  let open: BroadcastChannel | undefined;
  const listeners = new Set<(change: StorageChange) => void>();
  return { tell, listen };

  function tell(change: StorageChange): void {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = open ?? new BroadcastChannel(name);
    channel.postMessage(change);
    if (!open) channel.close();
  }

  function listen(hear: (change: StorageChange) => void): () => void {
    if (typeof BroadcastChannel === 'undefined') return () => undefined;
    listeners.add(hear);
    if (!open) {
      open = new BroadcastChannel(name);
      open.onmessage = ({ data }: MessageEvent<StorageChange>) => {
        for (const listener of listeners) listener(data);
      };
    }
    return () => {
      listeners.delete(hear);
      if (listeners.size > 0) return;
      open?.close();
      open = undefined;
    };
  }
}
