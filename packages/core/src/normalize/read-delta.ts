import type { NormalizeContext } from '../model/normalize-context.ts';
import { isRecord } from '../primitives/is-record.ts';
import { createCallFragments } from './call-fragments.ts';
import { createInlineScanner } from './inline-scanner.ts';
import { createLateCalls } from './late-calls.ts';
import type { Found, Piece } from './piece.ts';
import { hasOnlyText } from './plain-chunk.ts';
import { createThoughts } from './thoughts.ts';
import { detailsText, isText, wireText } from './wire-text.ts';

type Fields = Record<string, unknown>;

/** Reads the deltas of one choice. */
export interface DeltaReader {
  /** Adds what a delta says; `true` when the delta says it in the normal form already. */
  read(delta: Fields, pieces: Piece[]): boolean;
  /**
   * Adds what was held back, because nothing follows.
   *
   * @param isWhole Whether the host said that the answer is complete.
   */
  giveOut(pieces: Piece[], isWhole: boolean): void;
  /** Whether there was a tool call in the text. */
  hasTextCalls(): boolean;
  /** Whether text that comes now is text and nothing else, whatever it says. */
  readonly isIdle: () => boolean;
}

/** Other names of `reasoning_content`; the last one stays, because hosts want it back unchanged. */
const ALIASES = ['reasoning', 'thinking', 'reasoning_details'];

/**
 * Starts with the first delta of a choice.
 *
 * @param context What the request says about its answer.
 * @param idOf Makes an id for a call that has none.
 */
export function createDeltaReader(
  context: NormalizeContext,
  idOf: (call: number) => string,
): DeltaReader {
  const thoughts = createThoughts();
  const scanner = createInlineScanner(context);
  const calls = createCallFragments(idOf);
  const late = createLateCalls();
  let hasTextCalls = false;

  return { read, giveOut, hasTextCalls: () => hasTextCalls, isIdle: scanner.isIdle };

  function read(delta: Fields, pieces: Piece[]): boolean {
    if (hasOnlyText(delta)) return text(delta, pieces);
    const isSame = reasoning(delta, pieces);
    const isSameText = text(delta, pieces);
    return toolCalls(delta, pieces) && isSameText && isSame;
  }

  function giveOut(pieces: Piece[], isWhole: boolean): void {
    accept(scanner.end(), pieces);
    native(calls.take(late.release()), pieces);
    if (isWhole) native(calls.complete(), pieces);
  }

  function native(fragments: readonly Fields[], pieces: Piece[]): void {
    if (fragments.length > 0) pieces.push({ kind: 'calls', fragments, origin: 'native' });
  }

  function reasoning(delta: Fields, pieces: Piece[]): boolean {
    const wire = delta['reasoning_content'] ?? '';
    let isSame = typeof wire === 'string';
    let fresh = isSame && wire !== '' ? told('reasoning_content', wire as string) : '';
    for (const name of ALIASES) {
      const value = delta[name] ?? '';
      if (value === '') continue;
      const isDetails = name === 'reasoning_details';
      isSame &&= isDetails || !isText(value);
      fresh += told(name, isDetails ? detailsText(value) : wireText(value).text);
    }
    if (Array.isArray(delta['content']))
      fresh += told('content', wireText(delta['content']).reasoning);
    if (fresh !== '') pieces.push({ kind: 'reasoning', text: fresh, origin: 'native' });
    return isSame && fresh === wire;
  }

  function told(name: string, said: string): string {
    if (said === '') return '';
    scanner.sawReasoning();
    return thoughts.add(name, said);
  }

  function text(delta: Fields, pieces: Piece[]): boolean {
    const wire = delta['content'] ?? '';
    const said = typeof wire === 'string' ? wire : wireText(wire).text;
    if (delta['tool_calls'] || delta['function_call']) noteCalls(delta);
    const found = scanner.push(said);
    if (found) accept(found, pieces);
    else if (said !== '') pieces.push({ kind: 'text', text: said });
    return !found && wire === said;
  }

  function noteCalls({ tool_calls, function_call }: Fields): void {
    if ((Array.isArray(tool_calls) && tool_calls.length > 0) || isRecord(function_call)) {
      scanner.sawCalls();
    }
  }

  function toolCalls(delta: Fields, pieces: Piece[]): boolean {
    const wire = delta['tool_calls'] ?? [];
    const legacy = delta['function_call'];
    const isLegacy = isRecord(legacy);
    const given = isLegacy ? [{ index: 0, function: legacy }] : wire;
    if (!Array.isArray(given)) return false;
    if (given.length > 0 && hasTextCalls) {
      late.hold(given as unknown[]);
      return false;
    }
    const fragments = calls.take(given as unknown[]);
    native(fragments, pieces);
    return fragments === wire || (given.length === 0 && !isLegacy);
  }

  function accept(found: readonly Found[], pieces: Piece[]): void {
    for (const piece of found) {
      if (piece.kind === 'reasoning' || piece.kind === 'moved') {
        const fresh = thoughts.add('inline', piece.text);
        if (fresh !== '' || piece.kind === 'moved') pieces.push({ ...piece, text: fresh });
        continue;
      }
      thoughts.begin('inline');
      if (piece.kind === 'call') {
        hasTextCalls = true;
        late.found(piece.call);
        const { origin } = piece.call;
        pieces.push({ kind: 'calls', fragments: [calls.add(piece.call)], origin });
      } else pieces.push(piece);
    }
  }
}
