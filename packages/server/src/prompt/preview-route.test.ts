import type { WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../test/answering.ts';
import { HELLO, post } from '../../test/calls.ts';
import { scriptedEngine } from '../../test/scripted-engine.ts';
import { identify } from '../answer/identity.ts';
import type { TokenEngine } from '../engine/engine.ts';
import { createPreviewRoute } from './preview-route.ts';
import { renderPrompt } from './render-prompt.ts';

describe('the preview of a prompt', () => {
  it('is the exact text that the engine would continue, with its tokens, and calls nothing', async () => {
    const engine = scriptedEngine(() => {
      throw new Error('called');
    });
    const prompt = renderPrompt(HELLO as WireChatRequest);
    expect(await preview(engine)).toEqual({ prompt, tokens: 7, usage: 'exact' });
  });

  it('is in the template of the engine, where it has one', async () => {
    const engine = scriptedEngine(() => [], { renderPrompt: () => 'Q: Hello\nA:' });
    expect(await preview(engine)).toMatchObject({ prompt: 'Q: Hello\nA:' });
  });
});

async function preview(engine: TokenEngine): Promise<unknown> {
  const route = createPreviewRoute(engine, async (request) => (await request.json()) as never);
  const request = post(HELLO);
  const identity = identify(new Headers(), engine, NOW);
  const visit = { request, url: new URL(request.url), params: {}, identity };
  const response = await route.handle(visit);
  return response.json();
}
