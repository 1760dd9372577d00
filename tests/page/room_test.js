// Thirty pages in Debian's Chromium go through two indicators with `timbang room`: drops, late comers, a host that is killed and
// comes back; then every indicator on the smallest phone, and one shared computer.
//   node room_test.js BINARY SOURCE_DIR [part of a test's name]        77: a browser or what npm brings is not there
'use strict';
const fs = require('fs');
const { NAME, SHAKY, launch, scratch } = require('./browser');
const { PEOPLE, LATE, seatOf, Shaky, inTurns, debrief } = require('./workshop');

const [binary, source, only] = process.argv.slice(2);
const CASE = 'scenarios/jumlah-yang-tidak-cocok';

class Workshop {
  constructor(t, Facilitator) {
    this.t = t;
    this.Facilitator = Facilitator;
    this.folder = scratch();
    this.port = 0;
  }

  async open(more) {
    const args = [CASE, '--bind', '127.0.0.1', '--port', String(this.port), '--name', NAME, '--name', SHAKY, '--people', String(PEOPLE), '--minutes', '6', '--data-dir', this.folder];
    this.room = new this.Facilitator(binary, source, args.concat(more || []));
    await this.room.opened();
    this.port = this.room.room.port;
    return this.room;
  }

  votes(kind, indicator) { return this.room.state.round.votes.filter((vote) => vote.kind === kind && vote.indicator === indicator); }

  async close() {
    await this.room.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  async phone(i, more) {
    const host = { port: this.port, code: this.room.room.code };
    const page = await this.t.device(host, Object.assign({ locale: i % 2 ? 'id-ID' : 'en-US' }, more));
    if (i % 10 === 9) page.base = 'http://' + SHAKY + ':' + this.port;
    page.seat = seatOf(i);
    return page;
  }

  async join(page) {
    await page.goto(page.base + '/#' + this.room.room.code);
    const group = this.room.state.seats.find((one) => one.seat === page.seat).group;
    await this.t.sit(page, group, page.seat);
  }
}

const tests = {
  'thirty pages, two indicators, drops and late comers': async (t, shop, support) => {
    let room = await shop.open();
    const shaky = new Shaky(shop.port);
    await shaky.start();
    const pages = [];
    for (let i = 0; i < PEOPLE; ++i) pages.push(await shop.phone(i));
    const early = pages.slice(0, PEOPLE - LATE), late = pages.slice(PEOPLE - LATE);
    await inTurns(early, (page) => shop.join(page));
    await room.until('28 are here', () => room.state.here === early.length);

    for (const [turn, code] of ['KS-P2', 'KS-O1'].entries()) {
      const first = (i) => (i + turn) % 6, second = (i) => (i < 20 ? 1 : first(i));
      await room.ask({ do: 'open', indicator: code });
      const voters = turn ? pages : early;
      await inTurns(voters, async (page, i) => {
        await page.waitForSelector('form.vote .scores');
        if (i % 10 === 9) shaky.deaf = true;
        await t.vote(page, first(i), i % 3, 1 + (i % 3));
      });
      shaky.deaf = false;
      shaky.cut();
      await inTurns(voters, (page) => page.waitForSelector('.sent-state.good'));
      await room.until('all votes are there', () => shop.votes('first', code).length === voters.length);
      for (const vote of shop.votes('first', code)) {
        const i = Number(vote.seat) - 1;
        t.same([vote.score, vote.verdict, vote.confidence], [first(i) * 2, ['accept', 'return', 'reject'][i % 3], 1 + (i % 3)], 'vote of ' + vote.seat);
      }
      const before = await pages[0].evaluate(() => document.body.textContent);
      t.expect(!before.includes('T-2') && !/reference is/.test(before), 'nothing of the reference');

      if (!turn) { // The host is killed with votes in and comes back at the same port: seats and votes stand.
        const kept = JSON.stringify(shop.votes('first', code).map((vote) => [vote.seat, vote.score]).sort());
        await room.kill();
        room = await shop.open(['--resume']);
        await room.until('everybody is back', () => room.state.here === early.length);
        t.same(JSON.stringify(shop.votes('first', code).map((vote) => [vote.seat, vote.score]).sort()), kept, 'votes after the kill');
        await pages[4].waitForSelector('.sent-state.good');
        await pages[4].click('.foot .btn');
        await t.vote(pages[4], 5, 0, 1);
        await room.until('changed', () => shop.votes('first', code).find((vote) => vote.seat === '05').score === 10);
      }
      await room.ask({ do: 'show-votes' });
      await inTurns(voters, (page) => page.waitForSelector('.chart'));
      await room.ask({ do: 'discuss' });
      await inTurns(voters, (page) => page.waitForSelector('.viewer .paper'));
      if (!turn) await inTurns(late, (page) => shop.join(page));
      await room.until('all are here', () => room.state.here === PEOPLE);
      await room.ask({ do: 'second-vote' });
      await inTurns(pages, async (page, i) => {
        await page.waitForSelector('form.vote .scores');
        await t.vote(page, second(i), 1, 2);
        await page.waitForSelector('.sent-state.good');
      });
      await room.until('second votes', () => shop.votes('second', code).length === PEOPLE);
      await room.ask({ do: 'show-reference' });
      const score = room.state.round.indicators[0].reference.score;
      await inTurns(pages, async (page, i) => {
        const gave = !turn && i === 4 ? 10 : first(i) * 2, voted = turn || i < early.length;
        const [words, wanted] = await debrief(page, voted ? gave : null, second(i) * 2, score);
        t.same(words, wanted, page.seat);
      });
      await support.clean(t, pages[0], code + ' reference');
      await support.clean(t, pages[1], code + ' reference');
      await room.ask({ do: 'close', what: 'round' });
      await inTurns(pages, (page) => page.waitForSelector('.good'));
    }
    await room.ask({ do: 'quit' });
    await inTurns(pages, (page) => page.waitForSelector('h1.focus-first:has-text("' + (page.seat % 2 ? 'The room is over' : 'Ruang sudah ditutup') + '")'));
    t.same(await room.ended, 0, 'exit code');
    await shaky.stop();
  },

  'every indicator on the smallest phone, every page of the case': async (t, shop, support) => {
    const room = await shop.open();
    const pages = [await shop.phone(0), await shop.phone(1, { colorScheme: 'dark' })];
    for (const page of pages) await shop.join(page);
    await room.ask({ do: 'open', indicator: 'all' });
    const codes = room.state.round.indicators.map((one) => one.indicator);
    await room.ask({ do: 'close', what: 'round' });
    for (const code of codes) {
      await room.ask({ do: 'open', indicator: code });
      for (const page of pages) {
        await page.waitForSelector('form.vote');
        t.same(await support.outside(page, ['.segments .cell', '#send', '.v-bar .round']), [], code + ' ' + page.seat);
        await page.waitForSelector('.stage .paper, .stage .picture');
        for (let next = true; next;) {
          t.expect((await page.textContent('.stage .paper, .stage .unseen')).trim().length > 20, code + ' an empty page');
          next = await page.$eval('.v-bar .round >> nth=1', (button) => { if (button.disabled) return false; button.click(); return true; });
        }
      }
      await support.clean(t, pages[codes.indexOf(code) % 2], code);
      await room.ask({ do: 'close', what: 'round' });
      for (const page of pages) await page.waitForSelector('form.vote', { state: 'detached' });
    }
  },

  'a seat is freed, a name is asked for, the second screen follows': async (t, shop) => {
    const room = await shop.open();
    const page = await shop.phone(0), big = await t.device({ port: shop.port }, { viewport: { width: 1440, height: 900 } });
    await big.goto(big.base + '/projector#' + room.room.projector_token);
    await big.waitForSelector('.code');
    t.same((await big.textContent('.code')).replace(' ', ''), room.room.code, 'code on the second screen');
    await shop.join(page);
    await big.waitForSelector('text=1 of 30 are here');
    await room.ask({ do: 'open', indicator: 'KS-P2' });
    await page.click('text=Add a reason');
    await page.fill('.reason input', '<b>KENARI</b>');
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.sent-state.good');
    await room.ask({ do: 'screen', show: 'waiting', indicator: 'KS-P2' });
    await big.waitForSelector('text=1 of 30 have voted');
    await room.ask({ do: 'show-votes' });
    await room.ask({ do: 'screen', show: 'votes', indicator: 'KS-P2' });
    await big.waitForSelector('.chart[aria-label*="6: 1"]');
    t.expect(!(await big.textContent('body')).includes('KENARI'), 'no reason yet');
    await room.ask({ do: 'show-reason', seat: '01', indicator: 'KS-P2' });
    await big.waitForSelector('text=<b>KENARI</b>');
    await room.ask({ do: 'ask-name' });
    await page.click('text=Yes, with my name');
    await t.until('the name is there', async () => (await big.textContent('#app')).includes('01'));
    await room.ask({ do: 'hide-reason' });
    await room.ask({ do: 'free-seat', seat: '01' });
    await page.waitForSelector('text=Your seat was freed');
  },

  'one shared computer': async (t, shop) => {
    const room = await shop.open();
    const members = room.state.seats.filter((one) => one.group === 2).map((one) => one.seat);
    await room.ask({ do: 'groups', seats: members.map((seat) => ({ seat, way: 'shared' })) });
    const page = await t.device({ port: shop.port }, { viewport: { width: 448, height: 844 } });
    await page.goto(page.base + '/#' + room.room.code);
    await t.sit(page, 2, 'group');
    await room.ask({ do: 'open', indicator: 'KS-P2' });
    for (const [i, seat] of members.entries()) {
      await page.waitForSelector('text=I am ' + seat + ', show the page');
      await page.click('#iam');
      await t.vote(page, i, i % 3, 2);
      await page.waitForSelector('.cover');
      t.same(await page.$$eval('form.vote, .chips', (list) => list.length), 0, 'covered');
    }
    await room.until('all five', () => shop.votes('first', 'KS-P2').length === 5);
    t.same(shop.votes('first', 'KS-P2').map((vote) => [vote.seat, vote.score, vote.way]), members.map((seat, i) => [seat, i * 2, 'shared']), 'votes');
    await room.ask({ do: 'show-votes' });
    await page.waitForSelector('text=From 0 to 8.');
    await room.ask({ do: 'discuss' });
    await room.ask({ do: 'second-vote' });
    for (const seat of members) {
      await page.waitForSelector('text=I am ' + seat + ', show the page');
      await page.click('#iam');
      await t.vote(page, 1, 1, 2);
      await page.waitForSelector('.cover');
    }
    await page.click('text=Decide together as a group');
    await page.click('.seat >> nth=0');
    await t.vote(page, 1, 1, 2);
    await page.waitForSelector('text=The group’s decision is in');
    await room.ask({ do: 'show-reference' });
    await page.waitForSelector('text=The reference is 2.');
    await page.click('.seat-button >> nth=0');
    await page.waitForSelector('text=You gave 0, then 2.');
  }
};

(async () => {
  const browser = await launch(['--renderer-process-limit=4']);
  if (!browser) {
    console.log('skipped: no chromium, or run npm ci in tests/page');
    process.exit(77);
  }
  const support = require('./support'), { Facilitator } = require('./facilitator'), run = new support.Run(browser);
  for (const name of Object.keys(tests)) {
    await run.test(name, async (t) => {
      const shop = new Workshop(t, Facilitator);
      try {
        await tests[name](t, shop, support);
      } finally {
        if (shop.room) await shop.close();
      }
    }, only);
  }
  await browser.close();
  process.exit(run.failures ? 1 : 0);
})();
