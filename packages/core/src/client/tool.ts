import type { JsonSchema, StandardSchema } from '../model/standard-schema.ts';
import type { Tool, ToolArguments, ToolDefinition } from '../model/tool.ts';
import { given } from '../primitives/given.ts';
import { isStandardSchema, jsonSchemaOf } from '../structured/json-schema-of.ts';

/**
 * Makes a tool for `runTools()` whose arguments are typed and checked by its schema.
 *
 * @param definition What the tool is called, takes and does.
 * @throws HermesError `invalid_options` when the schema cannot be said as JSON Schema.
 * @example
 * ```ts
 * import { createHermes, tool } from '@hermes4/core';
 * import { z } from 'zod';
 *
 * const weather = tool({
 *   name: 'weather',
 *   description: 'The weather in a city, now',
 *   parameters: z.object({ city: z.string() }),
 *   run: ({ city }) => `Sunny in ${city}`,
 * });
 * const run = createHermes({ apiKey: 'your key' }).chat.completions.runTools({
 *   messages: [{ role: 'user', content: 'What is the weather in Lisbon?' }],
 *   tools: [weather],
 * });
 * const { choices } = await run.finalCompletion();
 * console.log(choices[0]?.message.content);
 * ```
 */
export function tool<Schema extends StandardSchema | JsonSchema, Result>(
  definition: ToolDefinition<Schema, Result>,
): Tool<ToolArguments<Schema>, Result> {
  const { name, description, parameters: schema, json_schema, strict, needsApproval } = definition;
  const parameters =
    json_schema ?? (isStandardSchema(schema) ? jsonSchemaOf(schema, `${name}.parameters`) : schema);
  const made = {
    type: 'function' as const,
    function: given({ name, description, parameters, strict }),
  };
  return Object.defineProperty(made, 'runnable', {
    value: {
      schema,
      needsApproval: (args: ToolArguments<Schema>) =>
        typeof needsApproval === 'function' ? needsApproval(args) : (needsApproval ?? false),
      run: definition.run.bind(definition),
    },
  }) as Tool<ToolArguments<Schema>, Result>;
}
