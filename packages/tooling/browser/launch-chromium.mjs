import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** Draws nothing on a screen, and calls nobody but the pages that it is sent to. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium: the one that `CHROME_PATH` names, else the system's, else the one of the npm package.
 *
 * @returns {Promise<import('playwright-core').Browser>} To be closed by the caller.
 */
export async function launchChromium() {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...env },
  });
}
