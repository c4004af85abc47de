import * as ai6 from 'ai';
import * as ai5 from 'ai-v5';
import * as ai7 from 'ai-v7';
import { createHermesProvider as forAI7, type HermesProviderOptions } from '../src/index.ts';
import { createHermesProvider as forAI5 } from '../src/v2.ts';
import { createHermesProvider as forAI6 } from '../src/v3.ts';

/** A version of the SDK with the provider for it, both seen as the one in the middle. */
export interface SDK {
  readonly name: string;
  readonly ai: typeof ai6;
  readonly createProvider: typeof forAI6;
  /** What the newer ones still have, and no longer recommend. */
  readonly objects: Pick<typeof ai5, 'generateObject' | 'streamObject'>;
}

/** The SDK's versions, which share most names. Their types are compared in `models.test-d.ts`. */
export const sdks: readonly SDK[] = [
  {
    name: 'ai@7',
    ai: ai7 as unknown as typeof ai6,
    createProvider: forAI7 as unknown as typeof forAI6,
    objects: ai7 as unknown as SDK['objects'],
  },
  {
    name: 'ai@6',
    ai: ai6,
    createProvider: forAI6,
    objects: ai6 as unknown as SDK['objects'],
  },
  {
    name: 'ai@5',
    ai: ai5 as unknown as typeof ai6,
    createProvider: forAI5 as unknown as typeof forAI6,
    objects: ai5,
  },
];

/** A model of the fake host; a native one, unless the options say otherwise. */
export function modelOf(
  sdk: SDK,
  options: HermesProviderOptions,
): ReturnType<ReturnType<typeof forAI6>> {
  return sdk.createProvider({ host: 'vllm', ...options })();
}
