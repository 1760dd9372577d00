'use strict';

/** Everything that stands in the page, also what is not seen. */
const all = (page) => page.evaluate(() => document.body.textContent + ' ' + Array.from(document.querySelectorAll('input:checked')).map((one) => one.value).join());

async function group(t, more) {
  const host = await t.host(), page = await t.seated(host, 4, 'group', Object.assign({ viewport: { width: 448, height: 844 } }, more));
  return [host, page];
}

module.exports = {
  'each member alone, covered at once, nothing left of the vote': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    const seats = ['04', '08', '12', '16', '20'];
    for (let i = 0; i < seats.length; ++i) {
      await page.waitForSelector('text=Verifier ' + seats[i]);
      t.same(await page.$$eval('.paper, form.vote', (list) => list.length), 0, 'only who is next');
      await page.click('#iam');
      await page.waitForSelector('form.vote');
      t.same(await page.$$eval('input:checked', (list) => list.length), 0, 'an empty form for ' + seats[i]);
      if (i === 0) await page.fill('.reason input', 'RAHASIA');
      await t.vote(page, i, 1, 3);
      await page.waitForSelector('.cover');
      const text = await all(page);
      t.expect(!text.includes('RAHASIA') && !/Return|Sure/.test(text), 'the cover shows nothing of it: ' + text);
      t.expect(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('RAHASIA') || host.votes.length <= i, 'storage keeps nothing that was sent');
    }
    await page.waitForSelector('text=All members have voted');
    await t.until('all came', () => host.votes.length === 5);
    t.same(host.votes.map((vote) => [vote.seat, vote.score]), [['04', 0], ['08', 2], ['12', 4], ['16', 6], ['20', 8]], 'votes');
    t.expect(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('RAHASIA'), 'storage');
  },

  'somebody else is next; who has voted may vote again from the start': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    await page.click('text=Somebody else is next');
    await page.click('[aria-label^="Verifier 12"]');
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.cover');
    t.same(host.votes[0].seat, '12', 'seat');
    await page.waitForSelector('text=I am 04, show the page');
    await page.click('text=Somebody else is next');
    await page.click('[aria-label="Verifier 12, has voted"]');
    await page.click('text=I am 12, vote again');
    await page.waitForSelector('form.vote');
    t.same(await page.$$eval('input:checked', (list) => list.length), 0, 'empty');
    await t.vote(page, 1, 1, 1);
    await page.waitForSelector('.cover');
    await t.until('it came', () => host.votes.length === 2);
    t.same([host.votes[1].seat, host.votes[1].score], ['12', 2], 'the later one');
  },

  'covered after a minute without a key, and not before': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.clock.install();
    await page.goto(page.base + '/#482917');
    await t.sit(page, 4, 'group');
    host.round('first-vote');
    await page.click('#iam');
    await page.click('.scores .cell:nth-child(4)');
    await page.clock.runFor(50000);
    t.expect(await page.$('form.vote') !== null, 'still open');
    await page.keyboard.press('Shift');
    await page.clock.runFor(50000);
    t.expect(await page.$('form.vote') !== null, 'a key counts');
    await page.clock.runFor(12000);
    await page.waitForSelector('.cover');
    t.expect((await page.textContent('.cover')).includes('nobody did anything for a minute'), 'says why');
    await page.click('#iam');
    t.same(await page.$eval('.scores input:checked', (input) => input.value), '6', 'what was begun is still there');
  },

  'the round goes on under an open form: it is covered': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    await page.click('#iam');
    await page.click('[aria-label="Full screen"]');
    host.set({ round: Object.assign({}, host.state.round, { voting: false }) });
    await page.waitForSelector('h1:text("The vote is closed")');
    t.same(await page.$$eval('.dialog, form.vote', (list) => list.length), 0, 'nothing stays open');
    host.set({ round: Object.assign({}, host.state.round, { voting: true }) });
    await page.waitForSelector('.cover');
  },

  'the group together, with who agrees': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    for (let i = 0; i < 5; ++i) {
      await page.click('#iam');
      await t.vote(page, i === 0 ? 1 : 3, 1, 3);
      await page.waitForSelector('.cover');
    }
    host.round('votes-shown');
    host.set({ tallies: host.tallies(false) });
    await page.waitForSelector('text=From 2 to 6.');
    host.round('second-vote', { group_second: true });
    await page.waitForSelector('h1:text("Group 4, together")');
    await t.vote(page, 1, 1, 3);
    t.same(await page.textContent('.problem'), 'Choose who agrees.', 'gap');
    for (const seat of ['04', '08', '12', '20']) await page.click('.seat:has-text("' + seat + '")');
    await page.click('#send');
    await page.waitForSelector('text=The group’s decision is in');
    const vote = host.votes[host.votes.length - 1];
    t.same([vote.kind, vote.group, vote.members, vote.score], ['group', 4, ['04', '08', '12', '20'], 2], 'vote');
  },

  'second votes one by one, then together': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    host.round('second-vote', { group_second: false });
    for (let i = 0; i < 5; ++i) {
      await page.click('#iam');
      await t.vote(page, 1, 1, 3);
      await page.waitForSelector('.cover');
    }
    await t.until('all came', () => host.votes.length === 5);
    t.same(Array.from(new Set(host.votes.map((vote) => vote.kind))), ['second'], 'kind');
    await page.click('text=Decide together as a group');
    await page.waitForSelector('text=Who agrees?');
    await page.click('.seat:has-text("04")');
    await t.vote(page, 1, 1, 3);
    await t.until('it came', () => host.votes.length === 6);
    t.same(host.votes[5].kind, 'group', 'kind');
  },

  'a whole case on a shared computer': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote', { indicators: ['KS-P2', 'KS-P3'] });
    await page.click('#iam');
    await page.waitForSelector('text=0 of 2 decided');
    await page.click('[data-code="KS-P2"]');
    await page.waitForSelector('text=Save and go on');
    await t.vote(page, 1, 1, 3);
    await page.waitForSelector('text=Save and hide');
    await t.vote(page, 2, 1, 3);
    await page.waitForSelector('text=Verifier 08');
    t.same(host.votes.map((vote) => [vote.seat, vote.indicator]), [['04', 'KS-P2'], ['04', 'KS-P3']], 'votes');
    await page.click('#iam');
    await page.click('text=Cover the page');
    await page.waitForSelector('text=I am 08, show the page');
  },

  'own feedback of one member is opened and hidden again': async (t) => {
    const [host, page] = await group(t);
    host.round('first-vote');
    await page.click('#iam');
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.cover');
    host.round('reference-shown');
    host.set({ tallies: host.tallies(true), references: [host.reference()] });
    await page.waitForSelector('text=The reference is 2.');
    t.expect(!(await all(page)).includes('You gave 6'), 'nothing of one member');
    await page.click('.seat-button:has-text("04")');
    await page.waitForSelector('text=You gave 6.');
    await page.click('text=Hide my feedback');
    await t.until('hidden', async () => !(await all(page)).includes('You gave 6'));
  }
};
