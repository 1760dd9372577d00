// `timbang room` as a process of its own, driven by its JSON lines.
'use strict';
const { spawn } = require('child_process');
const readline = require('readline');

const PATIENCE = 60000;

class Facilitator {
  constructor(binary, source, args) {
    this.process = spawn(binary, ['room'].concat(args), { cwd: source, stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdin.on('error', () => {});
    this.state = null;
    this.room = null;
    this.answers = [];
    this.waiting = [];
    this.ended = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(signal || code)));
    readline.createInterface({ input: this.process.stdout }).on('line', (line) => { if (line.endsWith('}')) this.take(JSON.parse(line)); }); // a killed one may end within a line
  }

  take(line) {
    if (line.room) this.room = line.room;
    else if (line.state) {
      this.state = line.state;
      for (const one of this.answers) one.seen = true;
    } else this.answers.push({ line, seen: false });
    for (const wait of this.waiting.slice()) wait();
  }

  until(what, holds) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { drop(); reject(new Error('the room never: ' + what)); }, PATIENCE);
      const wait = () => {
        const got = holds();
        if (!got) return;
        drop();
        resolve(got);
      };
      const drop = () => {
        clearTimeout(timer);
        this.waiting = this.waiting.filter((one) => one !== wait);
      };
      this.waiting.push(wait);
      wait();
    });
  }

  opened() { return this.until('opened', () => this.room && this.state); }

  /** Carries out one command; `state` is the one after it. Refusals are failures. */
  async ask(command) {
    const before = this.answers.length;
    this.process.stdin.write(JSON.stringify(command) + '\n');
    const answer = (await this.until('answered ' + command.do, () => this.answers[before] && this.answers[before].seen && this.answers[before])).line;
    if (!('done' in answer)) throw new Error(JSON.stringify(command) + ' gave ' + JSON.stringify(answer));
    return answer;
  }

  async kill() {
    this.process.kill('SIGKILL');
    return this.ended;
  }
}

module.exports = { Facilitator };
