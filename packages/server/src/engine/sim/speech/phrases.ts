import type { Phrases } from '../grammar/phrases.ts';

/** What the simulator says. `<rule>` is another rule and `{slot}` what fills it; each sentence brings the space before it. */
export const SPEECH: Phrases = {
  opening: ['<hello> the local simulator of {model}: <confession>'],
  hello: ['{greeting}! This is', 'Hello! This is', 'Greetings from', 'You have reached'],
  confession: [
    'a stand-in with no model inside<caution>',
    'no model runs here<caution>',
    'a small grammar instead of a model<caution>',
  ],
  caution: ['.', ', so take nothing it says as an answer.'],

  instructions: [
    ' I was told: {told}.',
    ' My instructions are: {told}.',
    ' The system message says: {told}.',
  ],

  result: [
    ' The tool {tool} returned {result}.',
    ' From {tool} I have {result}.',
    ' {tool} says {result}.',
  ],

  question: [
    ' You asked {asked}<earlier>.',
    ' You wrote {asked}<earlier>.',
    ' Your message was {asked}<earlier>.',
    '{unasked} Nobody has asked anything yet.',
    '{unasked} I see no question in this conversation.',
  ],
  earlier: [
    ', after {turns}; before it came {previous}',
    ', after {turns}, the last of them {previous}',
  ],

  memory: [
    ' You told me that {facts}.',
    ' From your own words I know that {facts}.',
    ' I can say back to you that {facts}.',
  ],
  measuring: [' Your message has {size}.', ' I count {size} in your message.'],
  counting: [' Counting, as you ask: {numbers}.', ' Here are the numbers: {numbers}.'],

  announcement: [
    ' You asked for length, so here is some.',
    ' What follows is only as long as you asked.',
    ' I can be long without knowing anything.',
  ],
  sentence: [' <subject> <act><manner>.', ' <subject> <act>, and <act>.'],
  subject: [
    'A sentence like this one',
    'The word “{topic}”',
    'This simulator',
    'The grammar behind these words',
    'Every token here',
    'Nothing in this text',
  ],
  act: [
    'stands where a model would speak of “{topic}”',
    'fills the length that was asked for',
    'was drawn by chance',
    'repeats “{topic}” without knowing what it means',
    'has a probability that top_logprobs tells',
    'would be another with another seed',
    'comes again when the temperature is low',
  ],
  manner: [
    '',
    ', and no model had a part in it',
    ', for as long as you asked',
    ', word by word',
    ' and says no more than that',
    ', as you can see',
  ],

  closing: [
    ' With a key, the same request goes to Hermes 4 itself.',
    ' Set AIMLAPI_API_KEY to put the same question to Hermes 4.',
    ' Point the client at a real host to hear from Hermes 4.',
  ],
};

/** What the simulator writes where the model would think. */
export const THOUGHT: Phrases = {
  thoughts: ['<confession><reading><remembering><offered><plan>'],
  confession: [
    'No model is thinking here; a grammar writes what stands in place of thoughts.',
    'These are simulated thoughts, drawn from a grammar.',
    'A simulator does not think. It can only write where thoughts would be.',
  ],
  reading: [
    ' The user wrote {asked}.',
    ' The last thing that was asked is {asked}.',
    '{unasked} There is no question to think about.',
  ],
  remembering: [' Before that there was {turns}.', ' I also see {turns}.'],
  offered: [' I was offered {tools}.', ' There is something to call: {tools}.'],
  plan: [' So I will {plan}.', ' What I can do is to {plan}.', ' All that is left is to {plan}.'],
};
