import type { NormalizeContext } from '../model/normalize-context.ts';
import { createCodeTracker } from './code-tracker.ts';
import { createFoundPieces } from './found-pieces.ts';
import type { Found } from './piece.ts';
import { CALL, isSpace, LESS_THAN, RESPONSE_END, THINK, THINK_END, tagAt } from './tags.ts';
import { createTextCalls } from './text-calls.ts';

/** Finds reasoning and tool calls in the text of one choice, as it arrives. */
export interface InlineScanner {
  /** Reads more text. Gives `undefined` when it is text and nothing else, to be passed on as it is. */
  push(text: string): Found[] | undefined;
  /** Gives out what was held back, because nothing follows. */
  end(): Found[];
  /** Whether text that comes now is text and nothing else, whatever it says. */
  readonly isIdle: () => boolean;
  /** The host reports reasoning in a field of its own. */
  sawReasoning(): void;
  /** The host reports tool calls in a field of its own: those in the text are copies or talk. */
  sawCalls(): void;
}

/**
 * Reads text once, from left to right, and holds back no more than a tag's beginning or an open call.
 *
 * - `<think>` opens reasoning where the model puts it: with nothing but space before it in the turn, or
 *   since the last tool call or response. Elsewhere it is text. The first `</think>` closes it.
 * - A `</think>` without an opener is honored when thinking was asked for and nothing else told of
 *   reasoning or of calls: what came before it was reasoning. Text is not held back for that, or an answer
 *   without thinking would not stream; if it has gone out, it is moved.
 * - `<tool_call>` opens a call when an object follows, except in code and quotations.
 */
export function createInlineScanner(context: NormalizeContext): InlineScanner {
  let isThinking = context.opensThinking === true;
  let isTurnStart = !isThinking;
  let mayLackOpener = context.reasoning && !isThinking;
  let hasNativeReasoning = false;
  let held = '';
  const code = createCodeTracker();
  const found = createFoundPieces();
  const calls = createTextCalls(found, context.tools);
  let seeksCalls = context.textToolCalls;

  const isIdle = (): boolean => held === '' && !seeks();
  return { push, end, isIdle, sawReasoning: () => void (hasNativeReasoning = true), sawCalls };

  function sawCalls(): void {
    seeksCalls = mayLackOpener = false;
    isTurnStart = true;
  }

  function push(text: string): Found[] | undefined {
    if (isIdle()) return undefined;
    read(held + text, false);
    const pieces = found.take(canLackOpener());
    return isJust(text, pieces) ? undefined : pieces;
  }

  function end(): Found[] {
    while (calls.isOpen()) {
      const rest = calls.end(held);
      leaveCall();
      read(rest, true);
    }
    found[isThinking ? 'reasoning' : 'text'](held);
    held = '';
    return found.take(canLackOpener());
  }

  /** Where the host tells of reasoning, a close tag is a leftover at the start, and text elsewhere. */
  function canLackOpener(): boolean {
    return mayLackOpener && (isTurnStart || !hasNativeReasoning);
  }

  function seeks(): boolean {
    return isThinking || calls.isOpen() || isTurnStart || canLackOpener() || seeksCalls;
  }

  function read(input: string, isLoose: boolean): void {
    held = '';
    let at = 0;
    while (at < input.length) {
      if (calls.isOpen()) at = readCall(input, at);
      else if (isThinking) at = readThinking(input, at);
      else at = readText(input, at, isLoose);
    }
  }

  function readText(input: string, from: number, isLoose: boolean): number {
    for (let at = from; at < input.length; at++) {
      const char = input.charCodeAt(at);
      if (char === LESS_THAN) {
        const tag = tagAt(input, at, tagsOf(seeksCalls, isTurnStart, canLackOpener()));
        if (tag !== undefined && !code.isShown()) {
          found.text(input.slice(from, at));
          return tag === '' ? hold(input, at) : enter(tag, at, isLoose);
        }
      }
      if (isTurnStart && !isSpace(char)) {
        isTurnStart = false;
        if (!seeks()) break;
      }
      code.read(char);
    }
    found.text(input.slice(from));
    return input.length;
  }

  function hold(input: string, at: number): number {
    held = input.slice(at);
    return input.length;
  }

  function enter(tag: string, at: number, isLoose: boolean): number {
    code.reset();
    isTurnStart = tag === RESPONSE_END;
    if (tag === RESPONSE_END) found.text(tag);
    else if (tag === CALL) calls.open(isLoose);
    else mayLackOpener = false;
    if (tag === THINK_END) found.moveText();
    isThinking = tag === THINK;
    return at + tag.length;
  }

  function readThinking(input: string, from: number): number {
    const { at, tag } = findTag(input, from, THINK_END);
    found.reasoning(input.slice(from, at));
    isThinking = tag !== THINK_END;
    return tag === '' ? hold(input, at) : at + (tag?.length ?? 0);
  }

  function readCall(input: string, from: number): number {
    const next = calls.read(input, from);
    if (calls.isOpen()) return hold(input, next);
    leaveCall();
    return next;
  }

  function leaveCall(): void {
    isTurnStart = calls.ended() !== 'prose';
    mayLackOpener &&= !isTurnStart;
  }
}

/** Whether pieces are this text and nothing else. */
function isJust(text: string, pieces: readonly Found[]): boolean {
  const [first] = pieces;
  if (pieces.length > 1 || (first && first.kind !== 'text')) return false;
  return (first?.text ?? '') === text;
}

function tagsOf(call: boolean, think: boolean, thinkEnd: boolean): string[] {
  return [
    ...(call ? [CALL, RESPONSE_END] : []),
    ...(think ? [THINK] : []),
    ...(thinkEnd ? [THINK_END] : []),
  ];
}

/** Where a tag, or what may become one, first stands; the end of the input when it does not. */
function findTag(input: string, from: number, wanted: string): { at: number; tag?: string } {
  for (let at = input.indexOf('<', from); at !== -1; at = input.indexOf('<', at + 1)) {
    const tag = tagAt(input, at, [wanted]);
    if (tag !== undefined) return { at, tag };
  }
  return { at: input.length };
}
