import { isHermesError, type RequestOptions } from '@hermes4/node';
import type { Context } from '../command.ts';
import { openClient } from '../open-client.ts';
import { exitCodeOf } from '../report-error.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { type Target, targetOf } from '../target.ts';
import { checkBalance, checkOwnKey } from './check-account.ts';
import { checkHistory } from './check-history.ts';
import { askHost } from './check-host.ts';
import { checkKey } from './check-key.ts';
import { checkNode } from './check-node.ts';
import { checkProxy } from './check-proxy.ts';
import { askModel, checkSpeed } from './check-speed.ts';
import { type Check, type Finding, type Outcome, skipped } from './finding.ts';

/** A check that takes longer than this is a finding in itself, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Looks at everything that a call needs, nearest first, and gives each finding when it is there.
 *
 * @param isAsking Also asks the model something, which costs a fraction of a cent.
 */
export async function* runChecks(context: Context, isAsking: boolean): AsyncGenerator<Finding> {
  const { io } = context;
  yield await find('node', () => checkNode(), io.signal);
  let settings: Settings;
  try {
    settings = await context.settings();
  } catch (error) {
    yield { name: 'settings', ...failure(error) };
    return;
  }
  const target = targetOf(settings, io.env);
  yield await find('settings', () => describeTarget(target), io.signal);
  yield await find('key', () => checkKey(target, settings, io), io.signal);
  yield await find('proxy', () => checkProxy(target, io.env), io.signal);
  yield* askAround(target, isAsking, context);
  yield await find('history', () => checkHistory(settings, io), io.signal);
}

function describeTarget({ baseURL, model, host, source }: Target): Outcome {
  const chosen = source === 'default' ? '' : ` (chosen by ${source})`;
  return {
    status: 'ok',
    summary: `Calls go to ${baseURL}${chosen} and ask ${model}`,
    facts: { host, baseURL, model, chosenBy: source },
  };
}

/** What the host itself has to say. */
async function* askAround(
  target: Target,
  isAsking: boolean,
  context: Context,
): AsyncGenerator<Finding> {
  const { signal } = context.io;
  const options: RequestOptions = { signal, timeout: PATIENCE, maxRetries: 0 };
  const client = await openClient(context, { isKeyOptional: true }).catch((error: unknown) => {
    signal.throwIfAborted();
    return failure(error);
  });
  if (!('hermes' in client)) {
    yield { name: 'network', ...client };
    return;
  }
  const { hermes } = client;
  const { network, model } = await askHost(hermes, target, options);
  yield { name: 'network', ...network };
  const isReached = network.status === 'ok';
  const ask = (name: string, check: Check): Promise<Finding> =>
    find(name, isReached ? check : () => skipped('The host was not reached'), signal);
  yield await ask('model', () => model ?? skipped('The host was not reached'));
  const access = await ask('access', () => checkOwnKey(hermes, options));
  yield access;
  const isTaken = access.status !== 'failed';
  yield await ask('balance', () =>
    isTaken ? checkBalance(hermes, options) : skipped('The key was not taken'),
  );
  yield await ask('speed', () => checkSpeed(hermes, target.model, options));
  if (isAsking) yield await ask('answer', () => askModel(hermes, options));
}

async function find(name: string, check: Check, signal: AbortSignal): Promise<Finding> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    signal.throwIfAborted();
    return { name, ...failure(error) };
  }
}

function failure(error: unknown): Outcome {
  const summary = error instanceof Error ? error.message : String(error);
  const facts = isHermesError(error)
    ? { code: error.code, status: error.status ?? null }
    : undefined;
  return { status: 'failed', summary, facts, exitCode: exitCodeOf(error) };
}
