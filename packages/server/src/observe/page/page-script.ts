/** What the page does: one call at a time, streamed, and the list of the last ones. */
export const PAGE_SCRIPT = `
const $ = (id) => document.getElementById(id);
let abort;

$('endpoint').textContent = 'POST ' + location.origin + '/v1/chat/completions';
$('form').addEventListener('submit', (event) => { event.preventDefault(); call(); });
$('message').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) $('form').requestSubmit();
});
$('stop').addEventListener('click', () => abort?.abort());
$('refresh').addEventListener('click', list);
list();

async function call() {
  if (abort) return;
  abort = new AbortController();
  const started = performance.now();
  $('send').disabled = true; $('stop').disabled = false;
  $('output').hidden = false; $('thoughts').hidden = true;
  $('answer').textContent = $('reasoning').textContent = '';
  say('Waiting for the answer');
  let usage;
  try {
    const response = await fetch('/v1/chat/completions', {
      method: 'POST', headers: headers(), body: JSON.stringify(request()), signal: abort.signal,
    });
    if (!response.ok) throw new Error(response.status + ': ' + wordsOf(await response.text()));
    for await (const chunk of chunksOf(response.body)) {
      if (chunk.error) throw new Error(chunk.error.message);
      const delta = chunk.choices?.[0]?.delta ?? {};
      const thought = delta.reasoning_content ?? delta.reasoning;
      if (thought) { $('thoughts').hidden = false; $('reasoning').textContent += thought; }
      if (delta.content) $('answer').textContent += delta.content;
      usage = chunk.usage ?? usage;
      say('Answering');
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1) + ' s';
    say('Done in ' + seconds + (usage ? ', ' + usage.prompt_tokens + ' + ' + usage.completion_tokens + ' tokens' : ''));
  } catch (error) {
    if (abort.signal.aborted) say('Stopped; what had arrived is kept'); else say(error.message, true);
  } finally {
    abort = undefined;
    $('send').disabled = false; $('stop').disabled = true;
    list();
  }
}

function request() {
  const number = (id) => $(id).value === '' ? undefined : Number($(id).value);
  return {
    model: $('model').value,
    messages: [{ role: 'user', content: $('message').value }],
    temperature: number('temperature'),
    max_tokens: number('max-tokens'),
    ...($('thinking').checked && { chat_template_kwargs: { thinking: true } }),
    stream: true,
    stream_options: { include_usage: true },
  };
}

function headers() {
  const key = $('key')?.value;
  return { 'content-type': 'application/json', ...(key && { authorization: 'Bearer ' + key }) };
}

async function* chunksOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (held + value).split('\\n\\n');
    held = events.pop();
    for (const event of events) {
      const data = event.startsWith('data: ') ? event.slice(6) : '';
      if (data && data !== '[DONE]') yield JSON.parse(data);
    }
  }
}

function wordsOf(text) {
  try { const body = JSON.parse(text); return body.message ?? body.error?.message ?? text; } catch { return text; }
}

function say(words, bad) {
  $('state').textContent = words;
  $('state').className = bad ? 'bad' : '';
}

async function list() {
  const response = await fetch('/admin/journal?limit=20', { headers: headers() }).catch(() => undefined);
  const { data = [] } = response?.ok ? await response.json() : {};
  $('none').hidden = data.length > 0;
  $('none').textContent = response?.ok ? 'No calls yet.' : 'The list is shown to whoever runs this server.';
  $('rows').replaceChildren(...data.map(row));
}

function row(call) {
  const tr = document.createElement('tr');
  const cells = [
    new Date(call.startedAt).toLocaleTimeString(),
    call.status,
    call.usage ? call.usage.prompt_tokens + ' + ' + call.usage.completion_tokens : '',
    Math.round(call.durationMs) + ' ms',
    call.fault ? call.end + ', fault ' + call.fault : call.end,
    call.model ?? '',
  ];
  for (const [index, text] of cells.entries()) {
    const td = document.createElement('td');
    td.textContent = text;
    if (index === 1) td.className = call.status < 400 ? 'good' : 'bad';
    tr.append(td);
  }
  return tr;
}
`;
