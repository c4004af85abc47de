import { type Hermes, isHermesError, type RequestOptions } from '@hermes4/node';
import { EXIT } from '../exit-code.ts';
import { usd } from '../format/usd.ts';
import { type Outcome, skipped } from './finding.ts';

/** How fast the model answered others in the last minutes, as the host measured. */
export async function checkSpeed(
  hermes: Hermes,
  model: string,
  options: RequestOptions,
): Promise<Outcome> {
  try {
    const { models, window_seconds: seconds } = await hermes.models.metrics(model, options);
    const [found] = models;
    if (!found)
      return skipped('Nobody called the model in the last minutes; hermes4 doctor --ask measures');
    const { ttft_ms: first, tps } = found.metrics;
    const parts = [
      ...(first ? [`first token after ${Math.round(first.p50)} ms`] : []),
      ...(tps ? [`${Math.round(tps.p50)} tokens a second`] : []),
    ];
    const minutes = Math.round(seconds / 60);
    return {
      status: 'ok',
      summary: `In the last ${minutes} minutes: ${parts.join(', ')} (median)`,
      facts: { firstTokenMs: first?.p50 ?? null, tokensPerSecond: tps?.p50 ?? null },
    };
  } catch (error) {
    const isUnknown =
      isHermesError(error) && ['not_found', 'unexpected_response'].includes(error.code);
    if (isUnknown) return skipped('This host does not tell; hermes4 doctor --ask measures');
    throw error;
  }
}

/** Asks the model something short, which costs a fraction of a cent. */
export async function askModel(hermes: Hermes, options: RequestOptions): Promise<Outcome> {
  const stream = hermes.chat.completions.stream(
    { messages: [{ role: 'user', content: 'Say hello.' }], max_tokens: 16 },
    options,
  );
  const { choices, usage, _request } = await stream.finalCompletion();
  if (choices.length === 0) {
    return { status: 'failed', summary: 'The model gave no answer', exitCode: EXIT.invalidOutput };
  }
  const { timings, usd: cost } = _request ?? {};
  const first = timings?.firstContentMs;
  const parts = [
    ...(first === undefined ? [] : [`first token after ${Math.round(first)} ms`]),
    ...(timings ? [`done after ${Math.round(timings.totalMs)} ms`] : []),
    ...(cost === undefined ? [] : [`for ${usd(cost)}`]),
  ];
  return {
    status: 'ok',
    summary: `The model answers: ${parts.join(', ')}`,
    facts: {
      firstTokenMs: first ?? null,
      totalMs: timings?.totalMs ?? null,
      tokens: usage?.completion_tokens ?? null,
      usd: cost ?? null,
    },
  };
}
