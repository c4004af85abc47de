import { createHermes } from '@hermes4/node';
import { z } from 'zod';

const hermes = createHermes();

const Meeting = z.object({
  title: z.string(),
  attendees: z.array(z.string()).max(2),
  minutes: z.int().min(5).max(120),
});

const completion = await hermes.chat.completions.parse({
  messages: [{ role: 'user', content: 'Plan a meeting: the title is Launch, the minutes are 30.' }],
  response_format: Meeting,
});

// Checked, and typed as { title: string; attendees: string[]; minutes: number }.
const meeting = completion.choices[0].message.parsed;
console.log(JSON.stringify(meeting, null, 2));
