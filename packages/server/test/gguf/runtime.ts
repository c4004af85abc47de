import * as jinja from '@huggingface/jinja';
import * as llama from 'node-llama-cpp';
import type {
  GgufRuntime,
  Llama,
  LlamaContext,
  LlamaModel,
  LlamaSequence,
} from '../../src/gguf.ts';

/** The real packages; that they fit what the engine asks for is checked here by the compiler. */
export const runtime: GgufRuntime = { llama, jinja };

/** What an engine asked the library for. */
export interface Watched {
  readonly runtime: GgufRuntime;
  /** How many tokens were read, call by call, before the first was written. */
  readonly read: number[];
  /** How many of the likeliest tokens were asked for, `Infinity` for all. */
  readonly asked: Set<number>;
  /** How contexts were made. */
  readonly contexts: Parameters<LlamaModel['createContext']>[0][];
}

/** The real packages, with a record of what is asked of them. */
export function watch(): Watched {
  const read: number[] = [];
  const asked = new Set<number>();
  const contexts: Watched['contexts'] = [];
  const getLlama: GgufRuntime['llama']['getLlama'] = async (options) =>
    watchLlama(await runtime.llama.getLlama(options));
  return { runtime: { ...runtime, llama: { getLlama } }, read, asked, contexts };

  function watchLlama(real: Llama): Llama {
    return overlaid(real, {
      loadModel: async (options) => watchModel(await real.loadModel(options)),
    });
  }

  function watchModel(real: LlamaModel): LlamaModel {
    return overlaid(real, {
      createContext: async (options) => {
        contexts.push(options);
        return watchContext(await real.createContext(options));
      },
    });
  }

  function watchContext(real: LlamaContext): LlamaContext {
    return overlaid(real, { getSequence: () => watchSequence(real.getSequence()) });
  }

  function watchSequence(real: LlamaSequence): LlamaSequence {
    return overlaid(real, {
      adaptStateToTokens: async (tokens, allowShift) => {
        await real.adaptStateToTokens(tokens, allowShift);
        read.push(tokens.length - real.nextTokenIndex);
      },
      controlledEvaluate: (input) => {
        const { logits } = input[0]?.[1].generateNext ?? { logits: true };
        asked.add(logits === true ? Infinity : logits.filter.includeTop);
        return real.controlledEvaluate(input);
      },
    });
  }
}

/** An object of the library's, with some methods in front; the others run on the object itself, which has private parts. */
function overlaid<T extends object>(real: T, front: Partial<T>): T {
  return new Proxy(real, {
    get(target, name) {
      if (name in front) return front[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
