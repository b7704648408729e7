// forward.mjs PORT HOST: localhost:PORT of a home's device is the server's port. A browser trusts localhost as it would
// trust https, so the pages have camera and cookies without certificates.
import { createConnection, createServer } from 'node:net';

const [port, host] = [Number(process.argv[2]), process.argv[3]];
createServer((near) => {
  const far = createConnection({ host, port });
  for (const [one, other] of [[near, far], [far, near]]) {
    one.pipe(other);
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}).listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
