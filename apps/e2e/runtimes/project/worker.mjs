// The entry for workerd, which runs no file but tests a worker.
import { smoke } from './smoke.js';

export default {
  async test(_controller, { HOSTS }) {
    console.log(JSON.stringify(await smoke(JSON.parse(HOSTS))));
  },
};
