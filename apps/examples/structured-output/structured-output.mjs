const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

const schema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    attendees: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    minutes: { type: 'integer', minimum: 5, maximum: 120 },
  },
  required: ['title', 'attendees', 'minutes'],
  additionalProperties: false,
};

const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${AIMLAPI_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [
      {
        role: 'system',
        content: `You answer in JSON that follows this schema:\n<schema>\n${JSON.stringify(schema)}\n</schema>`,
      },
      { role: 'user', content: 'Plan a meeting: the title is Launch, the minutes are 30.' },
    ],
    response_format: { type: 'json_object' },
  }),
});

if (!response.ok) {
  throw new Error(`${response.status} from the host: ${await response.text()}`);
}

// The host promises JSON, not that it follows the schema: check it before you trust it.
const { choices } = await response.json();
console.log(JSON.stringify(JSON.parse(choices[0].message.content), null, 2));
