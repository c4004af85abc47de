import type { EngineRequest } from '../engine.ts';
import { planCalls } from './calls/plan-calls.ts';
import { readPromptedTools } from './calls/prompted-tools.ts';
import { writeCalls } from './calls/write-calls.ts';
import { formattedAnswers } from './formatted.ts';
import { choice, type Piece } from './grammar/piece.ts';
import { writeJson } from './json/json.ts';
import { readPromptedSchema } from './prompted-schema.ts';
import { createSpeaker } from './speech/speak.ts';
import { createThinker } from './speech/think.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Writes the grammar of one answer. */
export type Compose = (request: EngineRequest) => readonly Piece[];

/**
 * Makes the composer: thoughts where they are wanted, then calls of tools, JSON in the form that was asked for, or
 * prose. Which of them is decided here and not by chance.
 */
export function createComposer(vocabulary: Vocabulary): Compose {
  const think = createThinker(vocabulary);
  const speak = createSpeaker(vocabulary);

  return ({ request: written, thinking }) => {
    const request = readPromptedSchema(readPromptedTools(written));
    const { plan, pieces } = decide(request);
    return thinking ? [...think(request, plan), ...pieces] : pieces;
  };

  function decide(request: EngineRequest['request']): { plan: string; pieces: readonly Piece[] } {
    const calls = planCalls(request);
    if (calls.length > 0) {
      const names = calls.map(({ name }) => name).join(' and ');
      return { plan: `call ${names}`, pieces: writeCalls(calls, vocabulary) };
    }
    const answers = formattedAnswers(request);
    if (answers) {
      const ways = answers.map((answer) => [{ tokens: vocabulary.tokensOf(writeJson(answer)) }]);
      return { plan: 'write JSON in the form that was asked for', pieces: [choice(ways)] };
    }
    return { plan: 'say what I am and what I was given', pieces: speak(request) };
  }
}
