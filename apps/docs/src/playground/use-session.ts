import {
  type Chat,
  type ChatParams,
  createChat,
  memoryStorage,
  type UseChat,
  useChat,
} from '@hermes4/browser/react';
import { useEffect, useRef, useState } from 'react';
import type { Connection } from '../connection/connection.ts';
import { currentConnection } from '../connection/connection-store.ts';
import { createClient } from './create-client.ts';
import { callOf, formatOf } from './request.ts';
import type { Settings } from './settings.ts';
import { noteTimings, type Timings } from './timings.ts';
import { toolsNamed } from './tools.ts';

interface Made {
  readonly chat: Chat;
  /** What the chat was made from: another one is made when that has changed. */
  readonly from: string;
  readonly connection: Connection | undefined;
}

/** The conversation, and what can be done with it under the settings of the moment. */
export interface Session {
  readonly shown: UseChat;
  readonly timings: Timings;
  readonly send: (text: string) => void;
  readonly regenerate: (messageId: string) => void;
  readonly edit: (messageId: string, text: string) => void;
  readonly retry: () => void;
}

/**
 * Holds the conversation while settings and hosts change: what is chosen counts from the next question on. A chat is made
 * with its settings, so a change makes another chat over the same storage, which goes on with the same messages.
 */
export function useSession(settings: Settings): Session {
  const [storage] = useState(memoryStorage);
  const [made, setMade] = useState<Made>(() => ({
    chat: createChat({ persist: storage, conversationId: null }),
    from: '',
    connection: undefined,
  }));
  const shown = useLoaded(useChat(made.chat));
  const timings = useTimings(shown);

  const current = (): Chat => {
    const { prompt: _, ...rest } = settings;
    const from = JSON.stringify(rest);
    const connection = currentConnection();
    if (from === made.from && connection === made.connection) return made.chat;
    made.chat.stop();
    const { conversationId = null } = made.chat.getSnapshot();
    const chat = createChat({
      hermes: createClient(connection),
      ...askedWith(settings),
      persist: storage,
      conversationId,
    });
    setMade({ chat, from, connection });
    return chat;
  };

  return {
    shown,
    timings,
    send: (text) => void current().send(text),
    regenerate: (messageId) => void current().regenerate(messageId),
    edit: (messageId, text) => void current().edit(messageId, text),
    retry: () => {
      const last = shown.messages.at(-1);
      if (last) void current().regenerate(last.id);
    },
  };
}

function askedWith(settings: Settings) {
  const { params, reasoning, schema } = callOf(settings, []);
  const system = settings.system.trim();
  return {
    ...(system !== '' && { system: settings.system }),
    tools: toolsNamed(settings.tools),
    params: {
      ...params,
      ...(reasoning && { reasoning }),
      ...(schema && { response_format: formatOf(schema) }),
    } satisfies ChatParams,
  };
}

/** Shows what was shown before for as long as another chat reads the conversation. */
function useLoaded(chat: UseChat): UseChat {
  const last = useRef(chat);
  if (!chat.isLoading) last.current = chat;
  return last.current;
}

function useTimings({ messages }: UseChat): Timings {
  const [timings, setTimings] = useState<Timings>({});
  useEffect(() => setTimings((before) => noteTimings(before, messages, Date.now())), [messages]);
  return timings;
}
