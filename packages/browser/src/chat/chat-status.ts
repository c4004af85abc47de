/** What a chat is doing. */
export type ChatStatus = 'idle' | 'sending' | 'streaming' | 'awaiting-approval' | 'error';

/** What happens to an answer on its way: something of it came, it waits, people have decided, it has ended. */
export type StatusEvent = 'content' | 'wait' | 'decide' | 'end' | 'fail';
