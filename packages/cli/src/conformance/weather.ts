/** A question that needs a tool. */
export const MESSAGES: readonly object[] = [
  { role: 'user', content: 'What is the weather in Paris, France? Use the tool to find out.' },
];
const TOOLS = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      description: 'The weather in a city at this moment.',
      parameters: {
        type: 'object',
        properties: { city: { type: 'string', description: 'The name of the city' } },
        required: ['city'],
        additionalProperties: false,
      },
    },
  },
];
/** The question, and the tool. */
export const QUESTION: { readonly messages: readonly object[] } & Readonly<
  Record<string, unknown>
> = { messages: MESSAGES, tools: TOOLS, tool_choice: 'auto', max_tokens: 256 };
