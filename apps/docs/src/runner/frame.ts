import type { FromPage, FromSandbox, Job } from './messages.ts';

/** Nothing but scripts, no origin, no network: whatever runs in the frame can talk to this page alone. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; connect-src 'none'";

/** A classic worker: Chromium refuses those of modules in a frame without an origin. */
const START = `onmessage = ({ data, ports }) => {
  const worker = new Worker(URL.createObjectURL(new Blob([data.worker], { type: 'text/javascript' })));
  worker.onerror = ({ message }) => parent.postMessage(message, '*');
  worker.postMessage(data.job, ports);
}`;

const PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${START}</script>`;

/** A program that runs in a frame of its own. */
export interface Frame {
  tell(message: FromPage): void;
  /** Ends the program at once, whatever it does, endless loops included. */
  remove(): void;
}

/** Starts a program in a sandboxed frame, in a worker there. */
export function openFrame(worker: string, job: Job, hear: (message: FromSandbox) => void): Frame {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = 'Where the example runs';
  frame.hidden = true;
  frame.srcdoc = PAGE;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromSandbox>) => hear(data);
  // The frame has no origin that could be named; it is our own, and what it is told holds no key.
  frame.onload = () => frame.contentWindow?.postMessage({ worker, job }, '*', [port2]);
  const hearFault = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow) hear({ type: 'failed', message: String(data) });
  };
  window.addEventListener('message', hearFault);
  document.body.append(frame);
  return {
    tell: (message) => port1.postMessage(message),
    remove: () => {
      port1.close();
      window.removeEventListener('message', hearFault);
      frame.remove();
    },
  };
}
