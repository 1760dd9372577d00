// A facilitator opens a room in the window and leads thirty pages in Debian's Chromium through two indicators from its console:
// drops, late comers, a program that is killed and goes on.
//   node console_test.js DRIVER [part of a test's name]        77: a browser or what npm brings is not there
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const { spawn } = require('child_process');
const { NAME, SHAKY, launch, scratch } = require('./browser');
const { PEOPLE, LATE, seatOf, Shaky, inTurns, debrief } = require('./workshop');

const [driver, only] = process.argv.slice(2);
const PATIENCE = 60000;

/** The window, by what is pressed in it and what it shows. */
class Window {
  constructor(folder, port) {
    this.process = spawn(driver, [folder, String(port), NAME, SHAKY], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdin.on('error', () => {});
    this.state = {};
    this.answers = [];
    this.waiting = [];
    this.presses = 0;
    this.ended = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(signal || code)));
    readline.createInterface({ input: this.process.stdout }).on('line', (line) => {
      if (!line.endsWith('}')) return; // a killed one may end within a line
      const message = JSON.parse(line);
      if (message.state) this.state = message.state;
      else this.answers.push(message);
      for (const wait of this.waiting.slice()) wait();
    });
  }

  get console() { return this.state.console; }
  get here() { return Number((/^\d+/.exec(this.console.connected) || ['0'])[0]); }
  /** How many gave each score, in the first or the second vote. */
  votes(second) { return this.console.bars.map((bar) => bar[second ? 2 : 1]); }

  until(what, holds) {
    return new Promise((resolve, reject) => {
      const drop = () => {
        clearTimeout(timer);
        this.waiting = this.waiting.filter((one) => one !== wait);
      };
      const timer = setTimeout(() => { drop(); reject(new Error('the window never: ' + what + ', but ' + JSON.stringify(this.state).slice(0, 900))); }, PATIENCE);
      const wait = () => {
        const got = holds();
        if (!got) return;
        drop();
        resolve(got);
      };
      this.waiting.push(wait);
      wait();
    });
  }

  async may(line) {
    const before = this.answers.length;
    ++this.presses;
    this.process.stdin.write(JSON.stringify(line) + '\n');
    return 'done' in (await this.until('answered', () => this.answers[before]));
  }
  async does(line) { if (!(await this.may(line))) throw new Error('the window has no ' + JSON.stringify(line)); }

  /** A part of the question that is asked; a long one scrolls. */
  async answer(part) { if (!(await this.may({ click: 'room/prompt/' + part }))) await this.does({ click: 'room/prompt/all/' + part }); }

  /** The big button, by the key that presenter remotes send; people who are still deciding are not waited for. */
  async next(stage, early) {
    await this.does({ press: 'PgDn' });
    if (early) {
      await this.until('asks about those who are missing', () => this.state.prompt);
      await this.does({ press: 'Space' });
      if (!this.state.prompt) throw new Error('a wrong Space closed the vote');
      await this.answer('primary');
    }
    await this.until(stage || 'no round', () => this.console.stage === stage && !this.state.prompt);
  }

  /** The last entry of the menu ends the room. */
  async end() {
    await this.does({ click: 'room/console/more' });
    for (let i = 30; i >= 0; --i) if (await this.may({ click: 'room/console/more-menu/rows/items/' + i })) break;
    await this.until('asks whether to end', () => this.state.prompt === 'End the room?');
    await this.answer('primary');
    await this.until('the list again', () => this.state.list);
  }

  kill() {
    this.process.kill('SIGKILL');
    return this.ended;
  }
}

/** From the list of workshops to a running case: nothing is typed but words of the case. */
async function openRoom(t, window) {
  await window.until('the list', () => window.state.list);
  await window.does({ click: 'room/list/all/new/quick' });
  await window.until('asks for the case', () => window.state.prompt === 'Open a room now');
  await t.until('the case is found', async () => { // not before the list of cases is read: until then the window says so
    await window.answer('field-33');
    await window.does({ press: 'all' });
    await window.does({ type: 'TOTAL that does' });
    if (!(await window.may({ seen: 'TOTAL that does' }))) return false;
    await window.answer('primary');
    return window.state.prompt !== 'Open a room now';
  });
  await window.until('a console', () => window.console);
}

async function goOn(window) {
  await window.until('the room that was left', () => window.state.list && window.state.rows === 1);
  await window.does({ click: 'room/list/all/rows/0-go-on' });
  await window.until('the console again', () => window.console);
}

async function phone(t, window, port, i) {
  const page = await t.device({ port, code: window.console.code }, { locale: i % 2 ? 'id-ID' : 'en-US' });
  if (i % 10 === 9) page.base = 'http://' + SHAKY + ':' + port;
  page.seat = seatOf(i);
  return page;
}

async function join(t, window, page) {
  await page.goto(page.base + '/#' + window.console.code);
  await t.sit(page, window.console.seats[page.seat].group, page.seat);
}

const tests = {
  'thirty pages, two indicators, led from the console': async (t, folder) => {
    let window = new Window(folder, 0);
    t.closing.push(() => window.kill());
    const began = Date.now();
    await openRoom(t, window);
    console.log('        a running room after ' + window.presses + ' presses, ' + (Date.now() - began) + ' ms');
    const port = Number(window.console.address.split(':')[1]), shaky = new Shaky(port), pages = [];
    await shaky.start();
    t.closing.push(() => shaky.stop());
    for (let i = 0; i < PEOPLE; ++i) pages.push(await phone(t, window, port, i));
    const early = pages.slice(0, PEOPLE - LATE), late = pages.slice(PEOPLE - LATE);
    await inTurns(early, (page) => join(t, window, page));
    await window.until('28 are here', () => window.here === early.length);
    t.same([window.console.seats['01'].word, window.console.seats['30'].word], ['Here', 'Missing'], 'seats');

    for (const [turn, code] of ['KS-P2', 'KS-O1'].entries()) {
      const first = (i) => (i + turn) % 6, second = (i) => (i < 20 ? 1 : first(i)), voters = turn ? pages : early;
      const counted = (by, of) => [0, 1, 2, 3, 4, 5].map((score) => of.filter((_, i) => by(i) === score).length);
      await window.does({ open: code });
      await window.until('a first vote', () => window.console.stage === 'First vote');
      await inTurns(voters, async (page, i) => {
        await page.waitForSelector('form.vote .scores');
        if (i % 10 === 9) shaky.deaf = true;
        await t.vote(page, first(i), i % 3, 1 + (i % 3));
      });
      shaky.deaf = false;
      shaky.cut();
      await inTurns(voters, (page) => page.waitForSelector('.sent-state.good'));
      await window.until('all votes are counted once', () => JSON.stringify(window.votes(false)) === JSON.stringify(counted(first, voters)));
      await window.until('everybody is marked', () => voters.every((page) => window.console.seats[page.seat].word === 'Submitted'));
      t.expect(!/reference is|Acuannya/.test(await pages[0].evaluate(() => document.body.textContent)), 'nothing of the reference');
      if (!turn) { // Killed with votes in, it comes back at the same port; the room goes on from the list.
        await window.kill();
        window = new Window(folder, port);
        await goOn(window);
        await window.until('everybody is back', () => window.here === early.length);
        t.same([window.console.stage, window.votes(false)], ['First vote', counted(first, voters)], 'after the kill');
      }
      await window.next('Votes shown', !turn);
      await inTurns(voters, (page) => page.waitForSelector('.chart'));
      await window.next('Discussion');
      if (!turn) await inTurns(late, (page) => join(t, window, page));
      await window.until('all are here', () => window.here === PEOPLE);
      await window.next('Second vote');
      await inTurns(pages, async (page, i) => {
        await page.waitForSelector('form.vote .scores');
        await t.vote(page, second(i), 1, 2);
        await page.waitForSelector('.sent-state.good');
      });
      await window.until('second votes', () => JSON.stringify(window.votes(true)) === JSON.stringify(counted(second, pages)));
      await window.next('Reference');
      t.expect(window.console.bars.some((bar) => bar[3]), 'the reference is marked in the bars');
      await inTurns(pages, async (page, i) => {
        const [words, wanted] = await debrief(page, turn || i < early.length ? first(i) * 2 : null, second(i) * 2, window.console.reference);
        t.same(words, wanted, page.seat);
      });
      await window.next('');
      t.expect(window.console.choosing && window.console.agenda.length === turn + 1, 'the next one can be chosen; the agenda grows');
    }
    await window.end();
    await inTurns(pages, (page) => page.waitForSelector('h1.focus-first:has-text("' + (Number(page.seat) % 2 ? 'The room is over' : 'Ruang sudah ditutup') + '")'));
  }
};

(async () => {
  const browser = await launch(['--renderer-process-limit=4']);
  if (!browser) {
    console.log('skipped: no chromium, or run npm ci in tests/page');
    process.exit(77);
  }
  const { Run } = require('./support'), run = new Run(browser);
  for (const name of Object.keys(tests)) {
    await run.test(name, async (t) => {
      const folder = scratch();
      t.closing = [];
      try {
        await tests[name](t, path.join(folder, 'data'));
      } finally {
        for (const close of t.closing.reverse()) await close();
        fs.rmSync(folder, { recursive: true, force: true });
      }
    }, only);
  }
  await browser.close();
  process.exit(run.failures ? 1 : 0);
})();
