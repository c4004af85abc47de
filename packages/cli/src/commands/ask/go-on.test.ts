import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { withHost } from '../../../test/host.ts';
import { type Outcome, runToEnd } from '../../../test/terminal.ts';

interface Body {
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly [name: string]: unknown;
}

const COMPLETION = {
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Blue.' }, finish_reason: 'stop' }],
};

const place = useHome();

/** Asks one question after the other, in one home, and gives what the host was asked. */
async function askInTurn(...calls: readonly (readonly string[])[]) {
  const bodies: Body[] = [];
  const outcomes: Outcome[] = [];
  await withHost(
    (request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += String(part)));
      request.on('end', () => {
        bodies.push(JSON.parse(body) as Body);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(COMPLETION));
      });
    },
    async (env) => {
      for (const args of calls) {
        outcomes.push(await runToEnd(['ask', '--json', '-q', ...args], { env, ...at() }));
      }
    },
  );
  return { bodies, outcomes };
}

function at(): { readonly home: string; readonly cwd: string } {
  return { home: place.home, cwd: place.cwd };
}

describe('ask --continue', () => {
  it('goes on from the last exchange, with its system text', async () => {
    const { bodies, outcomes } = await askInTurn(
      ['-s', 'Be brief', 'Which color?'],
      ['-c', 'Sure?'],
      ['-c', 'Quite?'],
    );
    expect(outcomes.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(
      Array.from({ length: 3 }, () => [0, '']),
    );
    expect(bodies[2]?.messages).toEqual([
      { role: 'system', content: 'Be brief' },
      { role: 'user', content: 'Which color?' },
      { role: 'assistant', content: 'Blue.' },
      { role: 'user', content: 'Sure?' },
      { role: 'assistant', content: 'Blue.' },
      { role: 'user', content: 'Quite?' },
    ]);
  });

  it('goes on from any exchange by its number', async () => {
    const { bodies } = await askInTurn(['One'], ['-c', 'Two'], ['--from', '1', 'Three']);
    expect(bodies[2]?.messages.map(({ content }) => content)).toEqual(['One', 'Blue.', 'Three']);
  });

  it('finds nothing of what was not to be kept', async () => {
    const { outcomes } = await askInTurn(['--no-history', 'One'], ['-c', 'Two']);
    expect(outcomes[1]).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcomes[1]?.stderr).toContain('There is nothing to go on from');
  });

  it('says when there is no such exchange', async () => {
    const { outcomes } = await askInTurn(['--from', '99', 'One']);
    expect(outcomes[0]?.exitCode).toBe(2);
    expect(outcomes[0]?.stderr).toContain('There is no exchange 99.');
  });
});

describe('ask --template', () => {
  const TEMPLATE = `system = "You translate into {{to}}."
prompt = "Translate: {{input}}"

[parameters]
temperature = 0.2
top-p = 0.5
`;

  it('fills in blanks, and lets flags win', async () => {
    place.write('home/.config/hermes4/templates/translate.toml', TEMPLATE);
    const { bodies } = await askInTurn([
      '-t',
      'translate',
      '-p',
      'to=French',
      '--top-p',
      '0.9',
      'Good day',
    ]);
    expect(bodies[0]).toEqual({
      model: 'nousresearch/hermes-4-405b',
      messages: [
        { role: 'system', content: 'You translate into French.' },
        { role: 'user', content: 'Translate: Good day' },
      ],
      temperature: 0.2,
      top_p: 0.9,
    });
  });

  it.each([
    ['there is no such template', ['-t', 'none', 'x'], 'There is no template "none".'],
    ['a blank stays empty', ['-t', 'translate', 'x'], '-p to=…'],
    ['a blank is filled of no template', ['-p', 'a=b', 'x'], 'name one with -t'],
  ])('leaves with 2 when %s', async (_, args, message) => {
    place.write('home/.config/hermes4/templates/translate.toml', TEMPLATE);
    const { outcomes } = await askInTurn(args);
    expect(outcomes[0]?.exitCode).toBe(2);
    expect(outcomes[0]?.stderr).toContain(message);
  });
});
