'use strict';

module.exports = {
  'a vote that nobody acknowledged goes out again with its id, also after loading again': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    host.answering = false;
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('text=Sending your vote');
    await t.until('it came', () => host.kept.size === 1);
    host.drop();
    await t.until('it came again', () => Array.from(host.kept.values())[0] >= 2);
    await page.reload();
    await t.until('and once more', () => Array.from(host.kept.values())[0] >= 3);
    host.answering = true;
    host.drop();
    await page.waitForSelector('.sent-state.good');
    t.same([host.kept.size, host.votes.length], [1, 1], 'one id, one vote');
    t.same(await page.evaluate(() => localStorage.getItem('timbang.queue')), '[]', 'queue');
  },

  'votes given while the host is away are kept and sent': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    const port = host.port;
    await host.stop();
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('#banner:has-text("No connection")');
    await page.click('text=Change my vote');
    await t.vote(page, 1, 1, 1);
    await page.waitForSelector('#banner:has-text("kept here")');
    await host.start(port);
    await page.waitForSelector('.sent-state.good');
    t.same([host.votes.length, host.votes[0].score], [1, 2], 'only the last one');
    await page.waitForSelector('#banner', { state: 'hidden' });
  },

  'the same seat after a drop, at once when the network is back': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    const before = Array.from(host.sockets)[0];
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await t.until('a new connection', () => Array.from(host.sockets).some((one) => one !== before && one.token === 'token-1'));
    await t.until('and the old one gone', () => host.sockets.size === 1);
  },

  'a phone that slept connects anew, one that only looked away does not': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.clock.install();
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => window.away === true }));
    const look = (away) => page.evaluate((is) => { window.away = is; document.dispatchEvent(new Event('visibilitychange')); }, away);
    const first = Array.from(host.sockets)[0];
    await look(true);
    await page.clock.fastForward(2000);
    await look(false);
    t.same([host.sockets.size, Array.from(host.sockets)[0] === first], [1, true], 'the same connection');
    await look(true);
    await page.clock.fastForward(40000);
    await look(false);
    await t.until('another connection', () => Array.from(host.sockets).some((one) => one !== first && one.token === 'token-1'));
  },

  'a half-open connection is noticed': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.clock.install();
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    const first = Array.from(host.sockets)[0];
    first.removeAllListeners('message');
    await page.clock.runFor(26000);
    await page.clock.runFor(8000);
    await t.until('another connection', () => Array.from(host.sockets).some((one) => one !== first && one.token === 'token-1'));
  },

  'the host says it could not write: the vote is sent again later': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    host.answering = false;
    await t.vote(page, 3, 0, 3);
    await t.until('it came', () => host.kept.size === 1);
    host.answering = true;
    for (const socket of host.sockets) host.tell(socket, { t: 'failed', id: Array.from(host.kept.keys())[0] });
    await page.waitForSelector('.sent-state.good');
    t.same(Array.from(host.kept.values()), [2], 'how often it came');
  },

  'waiting between tries grows and stays under ten seconds': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.clock.install();
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    await page.evaluate(() => {
      window.tries = [];
      const Real = window.WebSocket;
      window.WebSocket = function (url) { window.tries.push(performance.now()); return new Real(url); };
    });
    await host.stop();
    await t.until('some tries', async () => {
      await page.clock.runFor(1000);
      return page.evaluate(() => window.tries.length > 8);
    });
    const tries = await page.evaluate(() => window.tries), gaps = tries.slice(1).map((at, i) => at - tries[i]);
    t.expect(gaps.every((gap) => gap < 12000), 'gaps ' + gaps.map(Math.round));
    t.expect(gaps[gaps.length - 1] > 3000, 'gaps grow ' + gaps.map(Math.round));
    await host.start(host.port);
  }
};
