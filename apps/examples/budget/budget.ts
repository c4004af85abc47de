import { createBudget, createHermes, isHermesError } from '@hermes4/node';

// One limit for everything that this program asks; tool loops and other clients can share it.
const budget = createBudget({ usd: 0.5, tokens: 200 });
const hermes = createHermes({ budget });

try {
  for (const city of ['Lisbon', 'Oslo', 'Rome', 'Vienna']) {
    const { _request } = await hermes.chat.completions.create({
      messages: [{ role: 'user', content: `One sight in ${city}?` }],
    });
    console.log(`${city}: ${_request?.usd} US dollars, ${budget.remaining().tokens} tokens left`);
  }
} catch (error) {
  if (!isHermesError(error) || error.code !== 'budget_exceeded') throw error;
  console.log(error.message);
}
