import { Lexer, type Token, type Tokens } from 'marked';
import { withoutControls } from '../../io.ts';
import { createFlow, type Flow } from './flow.ts';
import { spansOf } from './inline.ts';
import { codeLines, renderBlock, renderItems } from './render-block.ts';
import type { Setting } from './setting.ts';
import { READING, settledOf } from './settled.ts';

/** Markdown that is set while it is being written. What was printed is never taken back. */
export interface Markdown {
  /** What can be printed once this text has come. */
  add(text: string): string;
  /** The rest. */
  end(): string;
}

/** How far the last block, which is still being written, was printed. */
interface Progress {
  /** Of a paragraph: characters of its source. */
  printed: number;
  flow: Flow | undefined;
  /** Of a list: items. Of code: lines. */
  count: number;
}

/** Begins a text. */
export function createMarkdown(setting: Setting): Markdown {
  let source = '';
  let isFirst = true;
  let progress = newProgress();

  function add(text: string): string {
    source += withoutControls(text);
    return advance(false);
  }

  function advance(isOver: boolean): string {
    const tokens = Lexer.lex(source, READING);
    const open = isOver ? tokens.length : openFrom(tokens);
    let printed = '';
    for (const token of tokens.slice(0, open)) {
      printed += finish(token);
      source = source.slice(token.raw.length);
    }
    const [last] = tokens.slice(open);
    return last ? printed + goOn(last) : printed;
  }

  /** Ends a block of which a part may have been printed. */
  function finish(token: Token): string {
    const { printed, flow, count } = progress;
    progress = newProgress();
    if (flow) return restOf(token, printed, flow);
    if (token.type === 'list' && count > 0) {
      const list = token as Tokens.List;
      return renderItems(list, setting, '', [count, list.items.length]);
    }
    if (token.type === 'code' && count > 0) {
      return codeLines((token as Tokens.Code).text.split('\n').slice(count), setting, '');
    }
    const text = renderBlock(token, setting);
    return text === '' ? '' : `${gap()}${text}`;
  }

  /** Prints what is settled of a block that may go on. */
  function goOn(token: Token): string {
    if (token.type === 'paragraph') return goOnParagraph(token.raw);
    if (progress.flow) return '';
    if (token.type === 'code') return goOnCode(token as Tokens.Code);
    return token.type === 'list' ? goOnList(token as Tokens.List) : '';
  }

  function goOnParagraph(raw: string): string {
    const { tokens, length } = settledOf(raw.slice(progress.printed).replace(/\n$/, ''));
    if (length === 0) return '';
    const before = progress.flow ? '' : gap();
    progress.flow ??= createFlow({ width: setting.width, first: '', rest: '' });
    progress.printed += length;
    return before + progress.flow.add(spansOf(tokens, setting.styles));
  }

  function goOnCode({ raw, text }: Tokens.Code): string {
    const lines = text.split('\n');
    const from = progress.count;
    const whole = countWholeLines(raw);
    if (whole <= from) return '';
    progress.count = whole;
    const fresh = Array.from({ length: whole - from }, (_, index) => lines[from + index] ?? '');
    return (from === 0 ? gap() : '') + codeLines(fresh, setting, '');
  }

  function goOnList(list: Tokens.List): string {
    const { count } = progress;
    const whole = list.items.length - 1;
    if (whole <= count) return '';
    progress.count = whole;
    return (count === 0 ? gap() : '') + renderItems(list, setting, '', [count, whole]);
  }

  function restOf(token: Token, printed: number, flow: Flow): string {
    const rest = token.raw.slice(printed).trimEnd();
    const spans = spansOf(Lexer.lexInline(rest, READING), setting.styles);
    return `${flow.add(spans)}${flow.end()}`;
  }

  /** An empty line between blocks. */
  function gap(): string {
    const before = isFirst ? '' : '\n';
    isFirst = false;
    return before;
  }

  return { add, end: () => advance(true) };
}

function newProgress(): Progress {
  return { printed: 0, flow: undefined, count: 0 };
}

/** The index of the first token that later text can change: the last one, and a list that an empty line may not end. */
function openFrom(tokens: readonly Token[]): number {
  const last = tokens.length - 1;
  return tokens[last]?.type === 'space' && tokens[last - 1]?.type === 'list' ? last - 1 : last;
}

/** How many lines of fenced code have ended; without its fence, code may turn out to be something else. */
function countWholeLines(raw: string): number {
  const [opening, fence] = /^ {0,3}(`{3,}|~{3,})[^\n]*\n/.exec(raw) ?? [];
  if (opening === undefined || fence === undefined) return 0;
  const lines = raw.slice(opening.length).split('\n').slice(0, -1);
  const isClosed = lines.at(-1)?.trim().startsWith(fence) === true;
  return isClosed ? lines.length - 1 : lines.length;
}
