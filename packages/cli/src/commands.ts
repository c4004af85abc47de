import type { Declare } from './command.ts';
import { declareAsk } from './commands/ask/declare.ts';
import { declareChat } from './commands/chat/declare.ts';
import { declareCompletion } from './commands/completion/declare.ts';
import { declareExample } from './commands/example/declare.ts';
import { declareSchema } from './commands/schema/declare.ts';
import { declareServe } from './commands/serve/declare.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Declare[] = [
  declareAsk,
  declareChat,
  declareServe,
  declareSchema,
  declareExample,
  declareCompletion,
];
