/** What a chat is doing. */
export type ChatStatus = 'idle' | 'sending' | 'streaming' | 'awaiting-approval' | 'error';

/** What moves a chat from one status to another. */
export type StatusEvent = 'ask' | 'content' | 'wait' | 'decide' | 'end' | 'fail' | 'leave';

/** Every move there is; what stands nowhere here changes nothing. */
const MOVES: Readonly<Record<ChatStatus, Partial<Readonly<Record<StatusEvent, ChatStatus>>>>> = {
  idle: { ask: 'sending' },
  sending: { content: 'streaming', wait: 'awaiting-approval', end: 'idle', fail: 'error' },
  streaming: { wait: 'awaiting-approval', end: 'idle', fail: 'error' },
  'awaiting-approval': { decide: 'streaming', end: 'idle', fail: 'error' },
  error: { ask: 'sending', leave: 'idle' },
};

/** The status after an event. */
export function nextStatus(status: ChatStatus, event: StatusEvent): ChatStatus {
  return MOVES[status][event] ?? status;
}
