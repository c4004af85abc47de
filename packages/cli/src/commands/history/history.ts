import type { Context } from '../../command.ts';
import { moment } from '../../format/moment.ts';
import { usd } from '../../format/usd.ts';
import { asMarkdown } from '../../history/as-markdown.ts';
import { type Conversation, type Finding, MATCH_END, MATCH_START } from '../../history/exchange.ts';
import { historyPath } from '../../history/open-history.ts';
import { isSet } from '../../talk/show-answer.ts';
import { printJson, printMarkdown, printTable, printText } from '../../terminal/print.ts';
import { conversationOf } from './conversation-of.ts';
import { withHistory } from './with-history.ts';

/** What lists can be told. */
export interface ListOptions {
  readonly limit: number;
  readonly json?: true;
}

/** What `hermes4 history show` can be told. */
export interface ShowOptions {
  readonly json?: true;
}

/** `hermes4 history list` */
export async function listHistory({ limit, json }: ListOptions, context: Context): Promise<void> {
  const conversations = await withHistory(context, (history) => history.list(limit));
  if (json) return printJson(context, conversations);
  if (conversations.length === 0) {
    context.say(
      'nothing is kept yet: hermes4 ask and hermes4 chat keep what was asked and answered',
    );
    return;
  }
  await printTable(
    context,
    [
      { heading: 'ID', cell: ({ id }: Conversation) => String(id), align: 'right' },
      { heading: 'LAST', cell: ({ lastAt }) => moment(lastAt) },
      { heading: 'TURNS', cell: ({ exchanges }) => String(exchanges), align: 'right' },
      {
        heading: 'COST',
        cell: ({ usd: cost }) => (cost === null ? '' : usd(cost)),
        align: 'right',
      },
      { heading: 'FIRST QUESTION', cell: ({ title }) => title, isFlexible: true },
    ],
    conversations,
  );
}

/** `hermes4 history show` */
export async function showHistory(
  id: string | undefined,
  { json }: ShowOptions,
  context: Context,
): Promise<void> {
  const exchanges = await withHistory(context, (history) =>
    history.conversation(conversationOf(id, history)),
  );
  if (json) return printJson(context, exchanges);
  const settings = await context.settings();
  const print = isSet(settings.get('markdown'), context) ? printMarkdown : printText;
  await print(context, asMarkdown(exchanges));
}

/** `hermes4 history search` */
export async function searchHistory(
  typed: string,
  { limit, json }: ListOptions,
  context: Context,
): Promise<void> {
  const findings = await withHistory(context, (history) => history.search(typed, limit));
  if (json) {
    const plain = findings.map((one) => ({
      ...one,
      excerpt: marked(one.excerpt, (match) => match),
    }));
    return printJson(context, plain);
  }
  if (findings.length === 0) {
    context.say(`nothing was found for ${typed}`);
    return;
  }
  await printTable(
    context,
    [
      { heading: 'ID', cell: ({ id }: Finding) => String(id), align: 'right' },
      { heading: 'WHEN', cell: ({ at }) => moment(at) },
      {
        heading: 'WORDS',
        cell: ({ excerpt }) => marked(excerpt, (match) => `[${match}]`),
        isFlexible: true,
      },
    ],
    findings,
  );
}

/** `hermes4 history path` */
export async function printHistoryPath(context: Context): Promise<void> {
  await printText(context, `${historyPath(context.io)}\n`);
}

function marked(excerpt: string, mark: (match: string) => string): string {
  return excerpt.replaceAll(
    new RegExp(`${MATCH_START}(.*?)${MATCH_END}`, 'gsu'),
    (_, match: string) => mark(match),
  );
}
