import { EXIT } from '../exit-code.ts';
import type { Outcome } from './finding.ts';

const LEAST = [20, 19] as const;

/** Whether this Node is new enough. */
export function checkNode(version: string = process.versions.node): Outcome {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const facts = { version, platform: process.platform, architecture: process.arch };
  const summary = `Node ${version} on ${process.platform}, ${process.arch}`;
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) {
    return { status: 'ok', summary, facts };
  }
  return {
    status: 'failed',
    summary,
    advice: `Use Node ${LEAST.join('.')} or newer.`,
    facts,
    exitCode: EXIT.usage,
  };
}
