import { moment } from '../format/moment.ts';
import type { Exchange } from './exchange.ts';
import { textOf } from './exchange-row.ts';

/** A conversation as Markdown, for people and for files. */
export function asMarkdown(exchanges: readonly Exchange[]): string {
  const [first] = exchanges;
  if (!first) return '';
  const title = titleOf(textOf(first.messages[0] ?? first.answer));
  const about = `*Conversation ${first.conversation}, ${moment(first.at)}, ${first.model} at ${first.origin}*`;
  const system = first.system === undefined ? [] : [`## System\n\n${first.system}`];
  const turns = exchanges.flatMap(({ id, at, messages, answer, finishReason }) => [
    `## You (${id}, ${moment(at)})\n\n${messages.map(textOf).join('\n\n')}`,
    `## Hermes${finishReason === 'stop' ? '' : ` (ended by ${finishReason ?? 'nothing'})`}\n\n${textOf(answer).trim()}`,
  ]);
  return `${[`# ${title}`, about, ...system, ...turns].join('\n\n')}\n`;
}

/** The beginning of a text, in one line. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 72 ? `${line.slice(0, 71).trimEnd()}…` : line;
}
