import type { Route } from '../../call.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What the page says of its server. */
export interface PageFacts {
  readonly engine: string;
  readonly fingerprint: string;
  /** A sentence on what answers. */
  readonly about: string;
  readonly models: readonly string[];
  readonly requiresKey: boolean;
}

/** `GET /`: what answers here, the last calls, and a form to try one. It loads nothing from anywhere else. */
export function pageRoute(facts: PageFacts): Route {
  return {
    method: 'GET',
    path: '/',
    handle: () => {
      const nonce = crypto.randomUUID();
      return new Response(pageOf(facts, nonce), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  };
}

function pageOf(
  { engine, fingerprint, about, models, requiresKey }: PageFacts,
  nonce: string,
): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Hermes 4, local server</title>
<style nonce="${nonce}">${PAGE_STYLE}</style>
<main>
<header>
  <h1>Hermes 4 <span>local server</span></h1>
  <p>${escaped(about)}</p>
  <dl>
    <div><dt>Engine</dt><dd>${escaped(engine)}</dd></div>
    <div><dt>Fingerprint</dt><dd>${escaped(fingerprint)}</dd></div>
    <div><dt>Endpoint</dt><dd id="endpoint">/v1/chat/completions</dd></div>
  </dl>
</header>
<section aria-labelledby="try">
  <h2 id="try">Try a call</h2>
  <form id="form">
    <label for="message">Message</label>
    <textarea id="message" rows="3" required>Hello</textarea>
    <div class="row">
      <label>Model <select id="model">${models.map((model) => `<option>${escaped(model)}</option>`).join('')}</select></label>
      <label>Temperature <input id="temperature" type="number" min="0" max="2" step="0.1" placeholder="0.6"></label>
      <label>Most tokens <input id="max-tokens" type="number" min="1" placeholder="no limit"></label>
      <label class="check"><input id="thinking" type="checkbox"> Think first</label>
    </div>
    ${requiresKey ? '<label for="key">Key <small>kept in this page only, until it is closed</small></label><input id="key" type="password" autocomplete="off" required>' : ''}
    <div class="row actions">
      <button id="send">Send</button>
      <button id="stop" type="button" disabled>Stop</button>
      <span id="state" role="status"></span>
    </div>
  </form>
  <div id="output" hidden>
    <details id="thoughts" hidden><summary>Reasoning</summary><pre id="reasoning"></pre></details>
    <pre id="answer" aria-live="polite"></pre>
  </div>
</section>
<section aria-labelledby="calls">
  <div class="title"><h2 id="calls">Last calls</h2><button id="refresh" type="button">Refresh</button></div>
  <div class="scroll" tabindex="0" role="region" aria-labelledby="calls">
    <table>
      <thead><tr><th>Time</th><th>Status</th><th>Tokens</th><th>Duration</th><th>End</th><th>Model</th></tr></thead>
      <tbody id="rows"></tbody>
    </table>
    <p id="none">No calls yet.</p>
  </div>
</section>
</main>
<script nonce="${nonce}">${PAGE_SCRIPT}</script>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
