import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeFrames } from '../../test/fake-frames.ts';
import { relay, type Script, script, turns } from '../../test/relay.ts';
import { createHermes } from '../client/create-hermes.ts';
import type { Chat, ChatSnapshot } from './chat.ts';
import { createChat } from './create-chat.ts';

type Step =
  | {
      readonly do:
        | 'send'
        | 'stop'
        | 'regenerate'
        | 'retry'
        | 'say'
        | 'finish'
        | 'fail'
        | 'draw'
        | 'new';
    }
  | { readonly do: 'edit' | 'switch'; readonly at: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom(
        'send',
        'stop',
        'regenerate',
        'retry',
        'say',
        'finish',
        'fail',
        'draw',
        'new',
      ),
    }) as fc.Arbitrary<Step>,
    fc.record({ do: fc.constantFrom('edit', 'switch'), at: fc.nat(9) }) as fc.Arbitrary<Step>,
  ),
  { maxLength: 25 },
);

it('whatever is done in whatever order, the branch that is shown is one, and snapshots never change', async () => {
  await fc.assert(fc.asyncProperty(steps, walk), { numRuns: 120 });
});

async function walk(list: readonly Step[]): Promise<void> {
  const scripts: Script[] = [];
  const { fetch } = relay(() => {
    scripts.push(script());
    return (scripts.at(-1) as Script).response;
  });
  const drawn = fakeFrames();
  const hermes = createHermes({ fetch, baseURL: 'http://relay.test/v1', maxRetries: 0 });
  const chat = createChat({ hermes, frames: drawn.frames });
  const seen = new Map<ChatSnapshot, string>();
  const look = (): void => {
    const snapshot = chat.getSnapshot();
    if (!seen.has(snapshot)) seen.set(snapshot, JSON.stringify(snapshot));
    check(chat, snapshot);
  };
  const pending: Promise<void>[] = [];
  chat.subscribe(look);
  await turns(3);
  for (const step of list) {
    const { messages } = chat.getSnapshot();
    const at = 'at' in step ? messages[step.at % Math.max(1, messages.length)] : undefined;
    const written = scripts.at(-1);
    if (step.do === 'send') pending.push(chat.send('Hello'));
    if (step.do === 'stop') chat.stop();
    if (step.do === 'regenerate') pending.push(chat.regenerate());
    if (step.do === 'retry') pending.push(chat.retry());
    if (step.do === 'say') attempt(() => written?.say('word '));
    if (step.do === 'finish') attempt(() => written?.finish());
    if (step.do === 'fail') attempt(() => written?.fail());
    if (step.do === 'draw') drawn.draw();
    if (step.do === 'new') chat.newConversation();
    if (step.do === 'edit' && at?.role === 'user') pending.push(chat.edit(at.id, 'Again'));
    if (step.do === 'switch' && at) chat.switchBranch(chat.branches(at.id).ids[0] as string);
    look();
    await turns(2);
  }
  chat.stop();
  await Promise.all(pending);
  look();
  for (const [snapshot, text] of seen) expect(JSON.stringify(snapshot)).toBe(text);
}

/** A body that has ended cannot be written any more. */
function attempt(write: () => void): void {
  try {
    write();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
}

function check(chat: Chat, { messages, status, error }: ChatSnapshot): void {
  messages.forEach((message, index) => {
    expect(message.parentId).toBe(messages[index - 1]?.id);
    expect(message.role).toBe(index % 2 === 0 ? 'user' : 'assistant');
    const { ids, index: own } = chat.branches(message.id);
    expect(ids[own]).toBe(message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  expect(error !== undefined).toBe(status === 'error');
  const streaming = messages.filter((one) => one.role === 'assistant' && one.state === 'streaming');
  expect(streaming.length).toBeLessThanOrEqual(status === 'idle' || status === 'error' ? 0 : 1);
}
