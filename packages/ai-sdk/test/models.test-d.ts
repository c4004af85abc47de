import type * as ai6 from 'ai';
import type * as ai5 from 'ai-v5';
import type * as ai7 from 'ai-v7';
import { expectTypeOf, test } from 'vitest';
import { createHermesProvider, type HermesCallOptions } from '../src/index.ts';
import { createHermesProvider as createV2 } from '../src/v2.ts';
import { createHermesProvider as createV3 } from '../src/v3.ts';

test('each version of the SDK takes the models made for it', () => {
  expectTypeOf(createHermesProvider()()).toExtend<ai7.LanguageModel>();
  expectTypeOf(createV3()()).toExtend<ai6.LanguageModel>();
  expectTypeOf(createV2()()).toExtend<ai5.LanguageModel>();
  expectTypeOf(createHermesProvider()()).not.toExtend<ai6.LanguageModel>();
  expectTypeOf(createV3()()).not.toExtend<ai5.LanguageModel>();
});

test('options of a call are known, and those that the SDK has a name for are none', () => {
  const options = { reasoning: { max_tokens: 100 }, min_p: 0.1 } satisfies HermesCallOptions;
  type ProviderOptions = NonNullable<Parameters<typeof ai7.generateText>[0]['providerOptions']>;
  expectTypeOf({ hermes4: options }).toExtend<ProviderOptions>();
  expectTypeOf<HermesCallOptions>().not.toHaveProperty('temperature');
  // @ts-expect-error There is no such mode.
  createHermesProvider()('a', { toolMode: 'sometimes' });
  // @ts-expect-error The SDK tries again by itself.
  createHermesProvider({ maxRetries: 2 });
});
