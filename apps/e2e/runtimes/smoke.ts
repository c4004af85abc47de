import {
  type ChatCompletion,
  type ChatStream,
  createHermes,
  type Hermes,
  isHermesError,
} from '@hermes4/core';

/** Base URLs of hosts, by how they behave. */
export interface Hosts {
  /** Answers whoever brings the right key. */
  readonly answers: string;
  /** Is overloaded twice, then answers. */
  readonly stumbles: string;
  /** Never ends its answer. */
  readonly talksOn: string;
  /** Answers anything as soon as nobody listens to the one that talks on. */
  readonly knowsWhoLeft: string;
  /** Begins its answer, and breaks the connection once it is cut. */
  readonly breaksOff: string;
  /** Whoever asks it cuts the one that breaks off. */
  readonly cuts: string;
  /** Takes requests and says nothing. */
  readonly isSilent: string;
  /** Where nobody listens. */
  readonly isAway: string;
}

const hello = { messages: [{ role: 'user' as const, content: 'Say hi' }], seed: 1 };
const clock = { type: 'function' as const, function: { name: 'clock', parameters: {} } };

/** Makes each kind of call once and tells what came of it. It runs as it is in every runtime. */
export async function smoke(hosts: Hosts): Promise<Record<string, unknown>> {
  const { chat, keys } = createHermes({ baseURL: hosts.answers, apiKey: 'right' });
  return {
    whole: (await chat.completions.create(hello)).choices[0]?.message.content,
    streamed: await textOf(chat.completions.stream(hello)),
    // What these two need is loaded when they are called.
    withTools: await textOf(chat.completions.stream({ ...hello, tools: [clock] })),
    account: await failureOf(() => keys.list()),
    refused: await failureOf(() => ask(createHermes({ baseURL: hosts.answers, apiKey: 'wrong' }))),
    retried: (await ask(createHermes({ baseURL: hosts.stumbles })))._request?.attempts,
    brokenOff: await failureOf(async () => {
      const { completions } = createHermes({ baseURL: hosts.breaksOff }).chat;
      for await (const { type } of completions.stream(hello)) {
        if (type === 'text-delta') await fetch(hosts.cuts);
      }
    }),
    away: await failureOf(() => ask(createHermes({ baseURL: hosts.isAway, maxRetries: 0 }))),
    late: await failureOf(() =>
      ask(createHermes({ baseURL: hosts.isSilent, maxRetries: 0, timeout: { firstByte: 20 } })),
    ),
    aborted: await abortOf(createHermes({ baseURL: hosts.talksOn })),
    left: (await fetch(hosts.knowsWhoLeft)).status,
  };
}

function ask({ chat }: Hermes): Promise<ChatCompletion> {
  return chat.completions.stream(hello).finalCompletion();
}

async function textOf(stream: ChatStream): Promise<string> {
  let text = '';
  for await (const part of stream) if (part.type === 'text-delta') text += part.text;
  return text;
}

/** Whether the reader, to whom something was said, is told the caller's own reason. */
async function abortOf({ chat }: Hermes): Promise<unknown> {
  const abort = new AbortController();
  const reason = new Error('enough');
  const stream = chat.completions.stream(hello, { signal: abort.signal });
  try {
    for await (const part of stream) if (part.type === 'text-delta') abort.abort(reason);
  } catch (error) {
    return error === reason;
  }
  return 'The answer went on to its end.';
}

async function failureOf(call: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    if (!isHermesError(error)) return String(error);
    const { code, status, partial } = error;
    return { code, status, partial: partial?.choices[0]?.message.content };
  }
  return 'The call did not fail.';
}
