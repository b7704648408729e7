// A way for UDP that takes its time: stands before the relay where the kernel has no netem.
import { createSocket } from 'node:dgram';

export class SlowWay {
  /** @param {{host: string, port: number, to: {host: string, port: number}}} place */
  constructor({ host, port, to }) {
    this.to = to;
    this.delayMs = 0;
    this.clients = new Map();
    this.socket = createSocket('udp4');
    this.socket.on('message', (message, from) => this.onward(message, from));
    this.socket.bind(port, host);
  }

  onward(message, from) {
    const key = `${from.address}:${from.port}`;
    let way = this.clients.get(key);
    if (!way) {
      way = createSocket('udp4');
      way.on('message', (answer) => this.later(() => this.socket.send(answer, from.port, from.address)));
      this.clients.set(key, way);
    }
    this.later(() => way.send(message, this.to.port, this.to.host));
  }

  later(send) {
    if (this.delayMs === 0) send();
    else setTimeout(send, this.delayMs);
  }

  close() {
    for (const way of this.clients.values()) way.close();
    this.socket.close();
  }
}
