import {
  type Hermes,
  isHermesError,
  type Model,
  matchesModel,
  type RequestOptions,
} from '@hermes4/node';
import { EXIT } from '../exit-code.ts';
import { exitCodeOf } from '../report-error.ts';
import type { Target } from '../target.ts';
import type { Outcome } from './finding.ts';
import { adviceFor } from './network-advice.ts';

/** What a host said when it was asked for its models. */
export interface HostAnswer {
  readonly network: Outcome;
  /** Nothing when the host was not reached. */
  readonly model: Outcome | undefined;
}

/** Whether the host is reached, and serves the model. Lists are open at most hosts, also without a key. */
export async function askHost(
  hermes: Hermes,
  { baseURL, origin, model }: Target,
  options: RequestOptions,
): Promise<HostAnswer> {
  const start = performance.now();
  try {
    const { data } = await hermes.models.list({ id: model }, options);
    return { network: reached(origin, performance.now() - start), model: lookUp(data, model) };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isHermesError(error)) throw error;
    const failure = {
      status: 'failed',
      summary: error.message,
      exitCode: exitCodeOf(error),
    } as const;
    // Whatever the answer is, there was one.
    if (error.status !== undefined) {
      return { network: reached(origin, performance.now() - start), model: failure };
    }
    const network = { ...failure, advice: adviceFor(error, baseURL), facts: { baseURL } };
    return { network, model: undefined };
  }
}

function reached(origin: string, ms: number): Outcome {
  const rounded = Math.round(ms);
  return {
    status: 'ok',
    summary: `${origin} answers, after ${rounded} ms`,
    facts: { origin, ms: rounded },
  };
}

function lookUp(models: readonly Model[], name: string): Outcome {
  const found = models.find((model) => matchesModel(model, name));
  if (found)
    return { status: 'ok', summary: `The host serves ${found.id}`, facts: { model: found.id } };
  return {
    status: 'failed',
    summary: `The host does not list the model ${name}`,
    advice: 'See what it has: hermes4 models. Choose one: hermes4 config set model …',
    facts: { model: name },
    exitCode: EXIT.usage,
  };
}
