import type { WireChatRequest } from '@hermes4/core/internal';
import { preparePhrases, type Slots } from '../grammar/phrases.ts';
import type { Piece } from '../grammar/piece.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { glanceAt } from '../words/glance.ts';
import { textOf } from '../words/message-text.ts';
import { harmless, quote } from '../words/quote.ts';
import { isCommon, wordsOf } from '../words/words.ts';
import { slotsOf } from './heard.ts';
import { isMeasure, sentencesAsked } from './length.ts';
import { SPEECH } from './phrases.ts';

/** Answers a conversation in prose. */
export type Speak = (request: WireChatRequest) => readonly Piece[];

const MOST_TOPICS = 12;

/**
 * Makes the speaker: a few sentences that say what is speaking and what it was given, in phrasings of which
 * some are likelier than others, and more of them when length is asked for. It draws among phrasings, never among facts.
 */
export function createSpeaker(vocabulary: Vocabulary): Speak {
  const fill = preparePhrases(SPEECH, vocabulary);

  return (request) => {
    const slots = slotsOf(request);
    const say = fill(slots);
    const before = ['opening', 'instructions'].flatMap(say);
    const after = ['question', 'memory', 'measuring', 'counting'].flatMap(say);
    const results = resultsIn(request).flatMap((result) => fill({ ...slots, ...result })('result'));
    return [...before, ...results, ...after, ...length(request), ...say('closing')];
  };

  /** As many sentences as were asked for, each on one of the things that were spoken of. */
  function length({ messages }: WireChatRequest): Piece[] {
    const message = messages.findLast(({ role }) => role === 'user');
    const asked = message ? glanceAt(textOf(message)) : '';
    const count = sentencesAsked(asked);
    if (count === 0) return [];
    const sentences = topicsIn(asked).map((topic) => fill({ topic })('sentence'));
    const all = Array.from(
      { length: count },
      (_, index) => sentences[index % sentences.length] ?? [],
    );
    return [...fill({})('announcement'), ...all.flat()];
  }
}

/** The words that a long answer can be about; at least one. */
function topicsIn(asked: string): string[] {
  const words = wordsOf(harmless(asked)).filter(
    (word) => /^\p{L}{2}/u.test(word) && !isCommon(word) && !isMeasure(word),
  );
  return words.length > 0 ? [...new Set(words)].slice(0, MOST_TOPICS) : ['this'];
}

/** The results of tools that have just come, with the names of the tools. */
function resultsIn({ messages }: WireChatRequest): Slots[] {
  const last = messages.findLastIndex(({ role }) => role !== 'tool');
  const calls = messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []) : [],
  );
  return messages.slice(last + 1).flatMap((message) => {
    if (message.role !== 'tool') return [];
    const call = calls.findLast(({ id }) => id === message.tool_call_id);
    const tool = call?.function.name ?? message.name ?? message.tool_call_id;
    return [{ tool: harmless(tool), result: quote(message.content) }];
  });
}
