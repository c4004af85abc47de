import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackChromium } from './unpack-chromium.mjs';

/** What the command is called, by distribution and vendor. */
const COMMANDS = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** Where it is when it is no command. */
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, else the system's, else the one that comes as an npm package.
 *
 * @returns {Promise<import('./unpack-chromium.mjs').Chromium>}
 * @throws {Error} When `CHROME_PATH` names no file, or when there is no Chromium for this machine.
 */
export async function findChromium() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return { executablePath: CHROME_PATH };
    throw new Error(
      `CHROME_PATH names no file: ${CHROME_PATH}. Set it to a Chromium, or unset it.`,
    );
  }
  const folders = PATH.split(delimiter);
  const commands = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [...commands, ...PLACES].find(existsSync);
  return executablePath ? { executablePath } : unpackChromium();
}
