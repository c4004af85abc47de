import { Refusal } from '../../../refusal.ts';
import { createRandom, hash } from '../../../sampling/random.ts';
import { checkSchema } from './check-schema.ts';
import { createEffort, TooMuchEffort } from './effort.ts';
import { type Json, writeJson } from './json.ts';
import type { Schema } from './schema.ts';
import { openSchema } from './schema-document.ts';
import type { Suggest } from './suggest.ts';
import { createMaker } from './value-maker.ts';
import { createViolationFinder } from './violation.ts';

/** What instances are made for. */
export interface InstanceOptions {
  /** Where the schema stands in the request, for whoever must change it. */
  readonly path: string;
  readonly suggest: Suggest;
  /** Whether the value must be an object, whatever else the schema allows. */
  readonly isObject: boolean;
  /** Whether what need not be there is left out unless the conversation has it. */
  readonly isSparing: boolean;
}

const MOST_INSTANCES = 4;
const TRIES_FOR_MORE = 5;
const TRIES_FOR_ONE = 50;
/** A schema that takes too much a few times takes too much. */
const TIRED = 2;
/** Later attempts keep their values flatter, for schemas that lead back to themselves in many ways. */
const DEEP = 3;
const STEPS_FOR_ONE = 20_000;

/**
 * Makes a few values that keep to a schema, the likeliest first. A value is made in one go, as the keywords
 * suggest, and then checked against the whole schema; what does not keep to it is thrown away and another
 * is tried. So nothing that is returned can break the schema, however its keywords play together.
 *
 * @throws Refusal 400 that names the keyword when the schema is none, or no value was found.
 */
export function instancesOf(schema: Schema, options: InstanceOptions): readonly Json[] {
  const { path, suggest, isSparing } = options;
  const asked: Schema = options.isObject ? { allOf: [schema, { type: 'object' }] } : schema;
  checkSchema(openSchema(schema, createEffort(STEPS_FOR_ONE)), path);
  const found = new Map<string, { value: Json; used: number }>();
  let trouble = '';
  let tired = 0;
  for (
    let attempt = 0;
    tired < TIRED && attempt < (found.size > 0 ? TRIES_FOR_MORE : TRIES_FOR_ONE);
    attempt++
  ) {
    try {
      tryOnce(attempt);
    } catch (error) {
      if (!(error instanceof TooMuchEffort)) throw error;
      tired += 1;
      trouble = `${path}: the simulator found no value for the schema; it leads to ${error.message}.`;
    }
  }
  if (found.size === 0) throw new Refusal(400, trouble);
  const instances = [...found.values()];
  // Whatever else is drawn, the words of the conversation come first.
  const most = Math.max(...instances.map(({ used }) => used));
  return instances
    .filter(({ used }) => used === most)
    .slice(0, MOST_INSTANCES)
    .map(({ value }) => value);

  function tryOnce(attempt: number): void {
    const document = openSchema(schema, createEffort(STEPS_FOR_ONE));
    const random = createRandom(hash(`instance ${attempt}`));
    const maker = createMaker({
      ...{ document, suggest, random, isSparing },
      isPlain: attempt === 0,
      deep: DEEP - (attempt % DEEP),
    });
    const value = maker.make(asked, { name: '', path: '', depth: 0, number: 0, isRequired: true });
    const { used, stuck = '' } = maker.course;
    if (value === undefined) {
      trouble ||= `${path}: the simulator found no value${stuck}.`;
      return;
    }
    const violation = createViolationFinder(document)(value, schema, path);
    if (violation === undefined) found.set(writeJson(value), { value, used });
    else
      trouble = `${violation}: the simulator found no value that keeps to this keyword and all others.`;
  }
}
