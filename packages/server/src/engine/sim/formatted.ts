import type { WireChatRequest } from '@hermes4/core/internal';
import { saidOf } from './fill/said-of.ts';
import { suggestFromWords } from './fill/suggest-from-words.ts';
import { instancesOf } from './json/instances.ts';
import type { Json } from './json/json.ts';
import type { Schema } from './json/schema.ts';
import { glanceAt } from './words/glance.ts';
import { textOf } from './words/message-text.ts';
import { excerptOf } from './words/quote.ts';

/** The fields that are named in "JSON with the fields name, age and city". */
const FIELDS =
  /\b(?:keys?|fields?|properties)\b[^\p{L}_"'`]{0,3}((?:["'`]?[\p{L}_][\p{L}\p{N}_-]{0,40}["'`]?(?:,? and |,\s*|\s+and\s+)?){1,20})/iu;

/**
 * What can be answered in the form that was asked for, the likeliest first; `undefined` when any text will do.
 *
 * @throws Refusal 400 when the form is a schema that no value was found for.
 */
export function formattedAnswers(request: WireChatRequest): readonly Json[] | undefined {
  const { response_format: format } = request;
  if (!format || format.type === 'text') return undefined;
  const texts = request.messages.filter(({ role }) => role === 'user').map(textOf);
  const text = glanceAt(texts.at(-1) ?? '');
  const suggest = suggestFromWords({ text, whole: texts.join('\n'), isLoose: false });
  if (format.type === 'json_object' || format.json_schema.schema === undefined) {
    const schema = objectFor(text, request.model);
    return instancesOf(schema, {
      path: 'response_format',
      suggest,
      isObject: true,
      isSparing: false,
    });
  }
  const path = 'response_format.json_schema.schema';
  const schema = format.json_schema.schema as Schema;
  return instancesOf(schema, { path, suggest, isObject: false, isSparing: false });
}

/** An object of the fields that were named or, when none were, one that says what it is. */
function objectFor(text: string, model: string): Schema {
  const names = (FIELDS.exec(text)?.[1] ?? '')
    .split(/,|\s+and\s+/)
    .map((name) => name.replace(/["'`\s]/g, ''));
  const fields = [...new Set(names.filter((name) => name !== ''))];
  if (fields.length > 0) {
    const properties = Object.fromEntries(
      fields.map((field) => [field, { type: typeOf(field, text) }]),
    );
    return { type: 'object', properties, required: fields };
  }
  return {
    type: 'object',
    properties: {
      simulated: { const: true },
      answered_by: {
        enum: [`the local simulator of ${model}`, `a stand-in for ${model}, with no model inside`],
      },
      asked: { const: excerptOf(text) },
    },
    required: ['simulated', 'answered_by', 'asked'],
  };
}

function typeOf(field: string, text: string): 'number' | 'string' {
  return /^-?\d+(?:\.\d+)?$/.test(saidOf(field, text)[0] ?? '') ? 'number' : 'string';
}
