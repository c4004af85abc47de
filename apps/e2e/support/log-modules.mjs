// Given to `node --import`: writes the address of each module that is loaded into the file that MODULE_LOG names.
import { register } from 'node:module';

const hooks = `
  import { appendFileSync } from 'node:fs';
  export async function load(url, context, next) {
    appendFileSync(process.env.MODULE_LOG, url + '\\n');
    return next(url, context);
  }
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
