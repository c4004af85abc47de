import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {Record<string, string>} [env] What its process needs on top of the environment.
 */

const PACKAGE = '@sparticuz/chromium';
const UNPACK = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;
const here = fileURLToPath(new URL('.', import.meta.url));
const manifest = new URL('../../package.json', import.meta.resolve(PACKAGE));
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));
const folder = join(cache, `chromium-${version}`);
const FONTS = `<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium of the npm package, with the libraries and the font that a bare machine lacks, once.
 *
 * @returns {Promise<Chromium>}
 * @throws {Error} When this machine is not one that it is built for.
 */
export async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Found no Chromium, and ${PACKAGE} has none for ${process.platform} on ${process.arch}. ` +
        'Install Chrome or Chromium, or set CHROME_PATH to one.',
    );
  }
  if (!existsSync(folder)) await unpack();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Several may unpack at once, and one may be stopped halfway: only what is whole gets the folder's name. */
async function unpack() {
  await mkdir(cache, { recursive: true });
  const part = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: here,
      // It unpacks into the temporary folder, and adds its libraries when it takes the machine for a bare one.
      env: { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    // Its own list of places for fonts leaves out both this folder and the system's.
    await writeFile(join(part, 'fonts.conf'), FONTS);
    await rename(part, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}
