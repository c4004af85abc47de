import { createJsonText, type JsonText } from './json-text.ts';
import { createJsonTree } from './json-tree.ts';

/** Reads one JSON value from text that arrives in pieces, and keeps its place between them. */
export interface JsonReader {
  /**
   * Reads on, up to the end of the value, the first fault, or the end of the text.
   *
   * @param from Where in the text to begin.
   * @returns Where it stopped: what follows a whole value is left for the caller.
   */
  push(text: string, from?: number): number;
  /** Says that no more text follows: only then is a number that stands alone complete. */
  end(): void;
  /**
   * The value so far; `undefined` before its first character. It is live: the same arrays and objects grow
   * with each piece, so that asking costs nothing; copy it to keep a moment. Text is there as far as it
   * has arrived; numbers, `true`, `false`, `null` and names of properties appear when they are complete.
   */
  value(): unknown;
  /** Whether the value has ended. */
  isComplete(): boolean;
  /** What is wrong and where, counted in characters from 1; the value then stays as it was. */
  fault(): string | undefined;
}

const LITERALS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** What may come next, in the words of a message. */
type Expected =
  | 'a value'
  | 'a value or ]'
  | 'a property name'
  | 'a property name or }'
  | ':'
  | ', or ]'
  | ', or }'
  | 'nothing';

/**
 * Starts a reader that accepts exactly what `JSON.parse` accepts and gives the same value, however the text
 * is cut. Its work is in proportion to the text.
 */
export function createJsonReader(): JsonReader {
  const tree = createJsonTree();
  let expected: Expected = 'a value';
  let text: JsonText | undefined;
  /** A number or literal that has begun. */
  let word = '';
  let position = 0;
  let fault: string | undefined;

  return { push, end, value, isComplete: () => expected === 'nothing', fault: () => fault };

  function push(piece: string, from = 0): number {
    let at = from;
    while (at < piece.length && fault === undefined && expected !== 'nothing') {
      const next = text ? readText(text, piece, at) : readChar(piece.charAt(at), at);
      position += next - at;
      at = next;
    }
    return at;
  }

  function end(): void {
    if (word !== '') endWord('the end');
    if (expected !== 'nothing') fail(text ? 'a closing quote' : expected, 'the end');
  }

  function value(): unknown {
    if (text && !isName()) tree.grow(text.soFar());
    return tree.root();
  }

  function isName(): boolean {
    return expected.startsWith('a property');
  }

  function readText(open: JsonText, piece: string, at: number): number {
    const next = open.push(piece, at);
    const missing = open.missing();
    if (missing !== undefined) fail(missing, piece.charAt(next), next - at);
    else if (open.isClosed()) {
      text = undefined;
      if (isName()) {
        tree.name(open.soFar());
        expected = ':';
      } else {
        tree.grow(open.soFar());
        tree.grown();
        placed();
      }
    }
    return next;
  }

  function readChar(char: string, at: number): number {
    if (/[\w.+-]/.test(char)) {
      if (word !== '' || expected.startsWith('a value')) word += char;
      else fail(expected, char);
    } else if (word !== '') {
      endWord(char);
      return at;
    } else if (!' \n\r\t'.includes(char) && !readMark(char)) fail(expected, char);
    return fault === undefined ? at + 1 : at;
  }

  function endWord(char: string): void {
    if (Object.hasOwn(LITERALS, word)) tree.place(LITERALS[word]);
    else if (NUMBER.test(word)) tree.place(Number(word));
    else fail('a value', word || char, -word.length);
    word = '';
    if (fault === undefined) placed();
  }

  /** Whether the mark may stand here. */
  function readMark(char: string): boolean {
    const takesValue = expected.startsWith('a value');
    if (expected.includes(char)) {
      if (char === ':') expected = 'a value';
      else if (char === ',') expected = tree.inside() === 'array' ? 'a value' : 'a property name';
      else {
        tree.leave();
        placed();
      }
    } else if (char === '"' && (takesValue || isName())) text = createJsonText();
    else if (char === '{' && takesValue) {
      tree.enter({});
      expected = 'a property name or }';
    } else if (char === '[' && takesValue) {
      tree.enter([]);
      expected = 'a value or ]';
    } else return false;
    return true;
  }

  function placed(): void {
    const inside = tree.inside();
    expected = inside === 'nothing' ? inside : inside === 'array' ? ', or ]' : ', or }';
  }

  function fail(asked: string, found: string, offset = 0): void {
    if (fault !== undefined) return;
    const place = position + offset + 1;
    fault = `expected ${asked} at character ${place}, found ${found === 'the end' ? found : JSON.stringify(found)}`;
  }
}
