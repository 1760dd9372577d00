// Thirty people in one room, some of them behind a connection that can be cut.
'use strict';
const net = require('net');

const PEOPLE = 30, LATE = 2, AT_ONCE = 6;
const seatOf = (i) => String(i + 1).padStart(2, '0');

/** Between some phones and the host: can be cut. Same port, another loopback address. */
class Shaky {
  constructor(port) {
    this.port = port;
    this.pairs = new Set();
    this.server = net.createServer((near) => {
      const far = net.connect(port, '127.0.0.1'), pair = [near, far];
      this.pairs.add(pair);
      const end = () => {
        near.destroy();
        far.destroy();
        this.pairs.delete(pair);
      };
      for (const socket of pair) socket.on('error', end).on('close', end);
      near.pipe(far);
      far.on('data', (bytes) => { if (!this.deaf) near.write(bytes); });
    });
  }

  start() { return new Promise((resolve) => this.server.listen(this.port, '127.0.0.2', resolve)); }
  stop() {
    this.cut();
    return new Promise((resolve) => this.server.close(resolve));
  }
  cut() { for (const [near, far] of this.pairs) { near.destroy(); far.destroy(); } }
}

async function inTurns(list, work) {
  for (let i = 0; i < list.length; i += AT_ONCE) await Promise.all(list.slice(i, i + AT_ONCE).map((one, k) => work(one, i + k)));
}

/** What a page says of its own vote beside the reference; `first` and `second` are scores, or nothing. */
async function debrief(page, first, second, reference) {
  await page.waitForSelector('.big-line');
  const words = (await page.textContent('.big-line')).replace(/\./g, '. ').replace(/\s+/g, ' ').trim(), id = Number(page.seat) % 2 === 0;
  const voted = first !== null;
  const wanted = (voted ? (id ? 'Anda memberi ' + first + ', lalu ' : 'You gave ' + first + ', then ') : id ? 'Anda memberi ' : 'You gave ') + second + '. ' + (id ? 'Acuannya ' : 'The reference is ') + reference + '.';
  return [words, wanted];
}

module.exports = { PEOPLE, LATE, seatOf, Shaky, inTurns, debrief };
