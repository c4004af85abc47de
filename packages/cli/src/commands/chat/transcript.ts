import type { Conversation, Exchange } from './conversation.ts';

/** A conversation for people to read, as Markdown. */
export function transcriptOf({ system, exchanges }: Conversation): string {
  const parts = system === undefined ? [] : [`**System**\n\n${system}`];
  return `${[...parts, ...exchanges.flatMap(partsOf)].join('\n\n')}\n`;
}

function partsOf({ typed, question, answer, model }: Exchange): string[] {
  const files = typeof question === 'string' ? [] : question.filter(({ type }) => type === 'file');
  const names = files.map((part) => (part.type === 'file' ? (part.file.filename ?? 'a PDF') : ''));
  const asked = [typed, ...names.map((name) => `(with ${name})`)].join('\n\n');
  const said = 'content' in answer && typeof answer.content === 'string' ? answer.content : '';
  return [`**You**\n\n${asked}`, `**${model ?? 'Hermes 4'}**\n\n${said.trim()}`];
}
