import type { Tool } from '../model/tool.ts';
import { isStandardSchema } from '../structured/json-schema-of.ts';
import {
  describeMisfits,
  jsonSchemaValidator,
  standardValidator,
  type Validate,
} from '../structured/validator.ts';
import type { ReadArguments } from '../tools/prepare-call.ts';
import { check } from '../validate/check.ts';
import type { ResolvedOptions } from './resolve-options.ts';

export { runTurns } from '../tools/run-turns.ts';

/** Reads and validates arguments; broken JSON is never repaired. */
export function argumentReader(
  tools: readonly Tool[],
  warn: ResolvedOptions['warn'],
): ReadArguments {
  const validators = new Map<Tool, Validate>();
  for (const tool of tools) {
    const { schema } = tool.runnable;
    const path = `tools.${tool.function.name}`;
    validators.set(
      tool,
      isStandardSchema(schema)
        ? standardValidator(schema)
        : jsonSchemaValidator(schema, path, { check, warn }),
    );
  }
  return async (tool, json) => {
    let value: unknown;
    try {
      value = JSON.parse(json || '{}');
    } catch (error) {
      return { fault: String(error) };
    }
    const validated = await validators.get(tool)?.(value);
    return validated?.misfits
      ? { fault: describeMisfits(validated.misfits) }
      : { value: validated?.value };
  };
}
