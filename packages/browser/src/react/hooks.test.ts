// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeFrames } from '../../test/fake-frames.ts';
import { bundleReact, type ReactBundle } from '../../test/react-bundle.ts';
import { relay, type Script, script, turns, until } from '../../test/relay.ts';
import type { Chat } from '../chat/chat.ts';

describe.each(['18', '19'] as const)('React %s', (version) => {
  let bundle: ReactBundle;
  beforeAll(async () => {
    bundle = await bundleReact(version);
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    return () => vi.unstubAllGlobals();
  });

  function setUp() {
    const scripts: Script[] = [];
    const { fetch, calls } = relay((_, index) => {
      scripts[index] = script();
      return scripts[index].response;
    });
    const { createHermes } = bundle.hooks;
    const hermes = createHermes({ fetch, baseURL: 'http://relay.test/v1', maxRetries: 0 });
    return { hermes, calls, scripts, drawn: fakeFrames() };
  }

  /** Draws a component in strict mode into a page. */
  async function show(component: () => unknown, markup?: string) {
    const { React, client } = bundle;
    const root = document.createElement('div');
    const element = React.createElement(
      React.StrictMode,
      null,
      React.createElement(component as () => null),
    );
    let drawn!: { unmount(): void };
    await React.act(async () => {
      if (markup === undefined) {
        const made = client.createRoot(root);
        made.render(element);
        drawn = made;
      } else {
        root.innerHTML = markup;
        drawn = client.hydrateRoot(root, element);
      }
      await turns();
    });
    const unmount = (): void => {
      React.act(() => {
        drawn.unmount();
      });
    };
    return { root, unmount };
  }

  it('shows a chat of its own as it grows, and stops it when it goes', async () => {
    const { hermes, scripts, drawn } = setUp();
    const { React, hooks } = bundle;
    let send!: Chat['send'];
    const page = await show(() => {
      const chat = hooks.useChat({ hermes, frames: drawn.frames });
      send = chat.send;
      return `${chat.status}: ${chat.messages.map(hooks.textOf).join('|')}`;
    });
    expect(page.root.textContent).toBe('idle: ');
    await React.act(async () => {
      void send('Hello');
      await until(() => scripts[0] !== undefined);
      scripts[0]?.say('Hi');
      await until(() => drawn.asked() > 0);
      await turns();
      drawn.draw();
    });
    expect(page.root.textContent).toBe('streaming: Hello|Hi');
    page.unmount();
    await until(() => scripts[0]?.wasCancelled() === true);
  });

  it('leaves a chat that was given to it to its owner', async () => {
    const { hermes, scripts, drawn } = setUp();
    const { hooks } = bundle;
    const chat = hooks.createChat({ hermes, frames: drawn.frames });
    const page = await show(() => hooks.useChat(chat).status);
    let sent: Promise<void> | undefined;
    await bundle.React.act(async () => {
      sent = chat.send('Hello');
      await until(() => scripts[0] !== undefined);
    });
    page.unmount();
    scripts[0]?.say('Hi');
    scripts[0]?.finish();
    await sent;
    expect(chat.getSnapshot().messages.map(hooks.textOf)).toEqual(['Hello', 'Hi']);
  });

  it('is rendered on a server, and comes alive without a difference', async () => {
    const { hermes } = setUp();
    const { React, server, hooks } = bundle;
    const chat = hooks.createChat({ hermes });
    const component = (): unknown => {
      const { isLoading, messages } = hooks.useChat(chat);
      return isLoading ? 'Loading' : `${messages.length} messages`;
    };
    const markup = server.renderToString(React.createElement(component as () => null));
    expect(markup).toBe('Loading');
    const complain = vi.spyOn(console, 'error');
    const page = await show(component, markup);
    expect(page.root.textContent).toBe('0 messages');
    expect(complain).not.toHaveBeenCalled();
    page.unmount();
  });

  it('completes a prompt, and forgets it with the next', async () => {
    const { hermes, scripts, calls } = setUp();
    const { React, hooks } = bundle;
    let complete!: (prompt: string) => Promise<void>;
    const page = await show(() => {
      const one = hooks.useCompletion({ hermes });
      ({ complete } = one);
      return `${one.reasoning}>${one.completion}`;
    });
    for (const index of [0, 1]) {
      await React.act(async () => {
        const completed = complete(`Prompt ${index}`);
        await until(() => scripts[index] !== undefined);
        scripts[index]?.delta({ reasoning_content: 'Hm' });
        scripts[index]?.say(`Answer ${index}`);
        scripts[index]?.finish();
        await completed;
      });
      expect(page.root.textContent).toBe(`Hm>Answer ${index}`);
    }
    expect(calls[1]?.body.messages).toHaveLength(1);
    page.unmount();
  });
});
