import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wholeBody } from './workload.ts';

const { body } = wholeBody();

/** A host in a process of its own, so that its work is not counted as a client's; prints its address. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
