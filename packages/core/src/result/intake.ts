import type { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { Exchange } from '../model/exchange.ts';
import { bringsAnswer } from './brings-answer.ts';

/** Where chunks of one answer go as they arrive. */
export interface Intake {
  /** Takes in what arrived; gives the error to end the call with when its budget does not allow for it. */
  receive(chunks: readonly ChatCompletionChunk[]): HermesError | undefined;
  /** Whether anything of the answer has come, so that it can no longer be asked for again unnoticed. */
  hasBegun(): boolean;
  /** Forgets what came before the answer itself. */
  forget(): void;
  /** Passes on what was held back. */
  release(): void;
  /** Takes the chunks that nobody has taken yet. */
  readonly take: () => readonly ChatCompletionChunk[];
}

/** Holds chunks back until something of the answer comes, then folds and hands out each as it comes. */
export function createIntake(
  fold: { add(chunk: ChatCompletionChunk): void },
  exchange: Exchange,
): Intake {
  let held: ChatCompletionChunk[] | undefined = [];
  let waiting: readonly ChatCompletionChunk[] = [];

  return { receive, hasBegun: () => !held, forget: () => (held &&= []), release, take };

  function receive(chunks: readonly ChatCompletionChunk[]): HermesError | undefined {
    if (chunks.some(bringsAnswer)) {
      exchange.content();
      release();
    } else if (!held) exchange.quiet();
    if (!held) return pass(chunks);
    for (const chunk of chunks) held.push(chunk);
    return undefined;
  }

  function pass(chunks: readonly ChatCompletionChunk[]): HermesError | undefined {
    const meter = exchange.meter();
    let overspent: HermesError | undefined;
    waiting = waiting.length === 0 ? chunks : [...waiting, ...chunks];
    for (const chunk of chunks) {
      fold.add(chunk);
      overspent = meter?.add(chunk);
    }
    return overspent;
  }

  function release(): void {
    const chunks = held;
    held = undefined;
    if (chunks) pass(chunks);
  }

  function take(): readonly ChatCompletionChunk[] {
    const taken = waiting;
    waiting = [];
    return taken;
  }
}
