import { DEEP_THINKING_PROMPT, type WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { HELLO } from '../../test/calls.ts';
import { hidesThinking, wantsThinking } from './wants-thinking.ts';

const told = (role: string, content: unknown): object => ({ messages: [{ role, content }] });

describe('thinking', () => {
  it.each<[object, boolean]>([
    [{}, false],
    [{ chat_template_kwargs: { thinking: true } }, true],
    [{ chat_template_kwargs: { thinking: false }, reasoning: { enabled: true } }, false],
    [{ chat_template_kwargs: {} }, false],
    [{ reasoning: { enabled: true } }, true],
    [{ reasoning: { enabled: false, effort: 'high' } }, false],
    [{ reasoning: { effort: 'low' } }, true],
    [{ reasoning: { effort: 'none' } }, false],
    [{ reasoning: { max_tokens: 100 } }, true],
    [{ reasoning: { exclude: true } }, false],
    [{ reasoning: true }, true],
    [{ reasoning: 'yes' }, false],
    [{ reasoning_effort: 'medium' }, true],
    [{ reasoning_effort: 'none', include_reasoning: true }, false],
    [{ include_reasoning: true }, true],
    [{ include_reasoning: false }, false],
    [told('system', `Be brief.\n${DEEP_THINKING_PROMPT}`), true],
    [told('developer', [{ type: 'text', text: DEEP_THINKING_PROMPT }]), true],
    [{ ...told('system', DEEP_THINKING_PROMPT), reasoning: { enabled: false } }, true],
    [told('user', DEEP_THINKING_PROMPT), false],
  ])('is asked for by %o: %s', (change, wanted) => {
    expect(wantsThinking({ ...HELLO, ...change } as WireChatRequest)).toBe(wanted);
  });

  it.each<[object, boolean]>([
    [{}, false],
    [{ reasoning: { enabled: true } }, false],
    [{ reasoning: { enabled: true, exclude: true } }, true],
    [{ include_reasoning: false }, true],
  ])('is hidden by %o: %s', (change, hidden) => {
    expect(hidesThinking({ ...HELLO, ...change } as WireChatRequest)).toBe(hidden);
  });
});
