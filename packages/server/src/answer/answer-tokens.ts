import { createAccumulator, createBeyondText } from '@hermes4/core/internal';
import type { Call } from '../call.ts';
import { asRefusal } from '../refusal.ts';
import { eventStream } from './event-stream.ts';
import { type AnswerOptions, createWork, type Work } from './work.ts';

/**
 * Answers a call with the tokens of an engine, streamed or whole.
 *
 * A stream is generated as it is read. When its reader leaves, the engine is stopped; when the call's
 * signal is aborted, the body fails with the signal's reason. What fails after the first header is told in
 * the stream, in the dialect's form and without `[DONE]`. There is one alternative: `n` is no parameter of
 * this API, and is ignored as any other that it does not know.
 *
 * @throws Refusal for what is known before the first header: a prompt that does not fit, an engine that
 *   cannot begin, any failure of a whole answer. The signal's reason when it is aborted before.
 */
export async function answerTokens(call: Call, options: AnswerOptions): Promise<Response> {
  const work = createWork(call, options);
  try {
    // Drawn before the first header is sent: an engine that cannot begin is an error with a status.
    const first = await work.next();
    return call.request.stream ? streamed(work, first) : await whole(work, first);
  } catch (error) {
    if (work.signal.aborted) {
      work.end('left');
      throw work.signal.reason;
    }
    const refusal = asRefusal(error);
    work.end('refused', refusal);
    throw refusal;
  }
}

function streamed(work: Work, first: Awaited<ReturnType<Work['next']>>): Response {
  return new Response(eventStream(work, first), {
    headers: {
      ...work.call.identity.headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
    },
  });
}

async function whole(work: Work, first: Awaited<ReturnType<Work['next']>>): Promise<Response> {
  const { call, dialect } = work;
  const answer = createAccumulator(createBeyondText);
  answer.add(work.opening());
  for (let chunks = first; chunks; chunks = await work.next()) {
    for (const chunk of chunks) answer.add(chunk);
  }
  const bill = work.bill();
  const completion = { ...answer.completion(), usage: bill.usage };
  const [choice] = completion.choices;
  // Null says that there is more to the answer than its text, or less.
  if (choice?.finish_reason === 'stop') choice.message.content ??= '';
  work.end('complete');
  return Response.json(dialect.whole(completion, bill), {
    headers: { ...call.identity.headers, ...dialect.headers(bill) },
  });
}
