import type { Declare } from './command.ts';
import { declareAsk } from './commands/ask/declare.ts';
import { declareBalance } from './commands/balance/declare.ts';
import { declareChat } from './commands/chat/declare.ts';
import { declareCompletion } from './commands/completion/declare.ts';
import { declareConfig } from './commands/config/declare.ts';
import { declareConformance } from './commands/conformance/declare.ts';
import { declareDoctor } from './commands/doctor/declare.ts';
import { declareEngine } from './commands/engine/declare.ts';
import { declareExample } from './commands/example/declare.ts';
import { declareExplain } from './commands/explain/declare.ts';
import { declareHistory } from './commands/history/declare.ts';
import { declareKeys } from './commands/keys/declare.ts';
import { declareLogs } from './commands/logs/declare.ts';
import { declareModels } from './commands/models/declare.ts';
import { declareSchema } from './commands/schema/declare.ts';
import { declareServe } from './commands/serve/declare.ts';
import { declareTemplates } from './commands/templates/declare.ts';
import { declareUsage } from './commands/usage/declare.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Declare[] = [
  declareAsk,
  declareChat,
  declareServe,
  declareEngine,
  declareConformance,
  declareSchema,
  declareExample,
  declareExplain,
  declareCompletion,
  declareHistory,
  declareTemplates,
  declareConfig,
  declareKeys,
  declareModels,
  declareBalance,
  declareUsage,
  declareLogs,
  declareDoctor,
];
