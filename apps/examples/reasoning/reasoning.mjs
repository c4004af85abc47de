const { AIMLAPI_API_KEY, AIMLAPI_BASE_URL = 'https://api.aimlapi.com/v1' } = process.env;

// The words that the model was trained to think upon.
const THINK =
  'You are a deep thinking AI, you may use extremely long chains of thought to deeply consider the problem and deliberate with yourself via systematic reasoning processes to help come to a correct solution prior to answering. You should enclose your thoughts and internal monologue inside <think> </think> tags, and then provide your solution or response to the problem.';

const response = await fetch(`${AIMLAPI_BASE_URL}/chat/completions`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${AIMLAPI_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    model: 'nousresearch/hermes-4-405b',
    messages: [
      { role: 'system', content: THINK },
      {
        role: 'user',
        content: 'A train leaves at 14:10 and takes 95 minutes. When does it arrive?',
      },
    ],
    max_tokens: 2000, // thoughts count, too: leave room for the answer
  }),
});

if (!response.ok) {
  throw new Error(`${response.status} from the host: ${await response.text()}`);
}

const { choices } = await response.json();
const { content, reasoning_content } = choices[0].message;

// Some hosts put the thoughts into a field of their own, others leave them in the text.
const [, inline, answer] = /^\s*(?:<think>)?([\s\S]*?)<\/think>\s*([\s\S]*)$/.exec(content) ?? [];
console.log(reasoning_content ?? inline);
console.log(`\nAnswer: ${answer ?? content}`);
