import { spawnSync } from 'node:child_process';

/** A python3 with which `import requests` works: the first on the PATH may be one without it. */
export function findPython(): string {
  const candidates = ['python3', '/usr/bin/python3'];
  const python = candidates.find((candidate) => succeeds(candidate, '-c', 'import requests'));
  if (python) return python;
  throw new Error(
    `The Python example needs requests, which none of ${candidates.join(', ')} can import. ` +
      'Install it: apt-get install python3-requests, or python3 -m pip install requests.',
  );
}

/** A curl that knows `--fail-with-body`, which came with 7.76. */
export function findCurl(): string {
  if (succeeds('curl', '--fail-with-body', '--version')) return 'curl';
  throw new Error(
    'The cURL example needs curl 7.76 or newer on the PATH. Install it: apt-get install curl, or brew install curl.',
  );
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
