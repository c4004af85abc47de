import type { ChatCompletion } from '@hermes4/node';
import type { Context } from '../../command.ts';
import type { Client } from '../../open-client.ts';
import type { Request } from './request.ts';

/** Prints an answer in one of its forms. */
export type Print = (
  client: Client,
  request: Request,
  context: Context,
) => Promise<ChatCompletion | undefined>;
