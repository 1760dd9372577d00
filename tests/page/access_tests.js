// axe-core over every state, in both languages, light and dark.
'use strict';
const { clean } = require('./support');

async function walk(t, more, label) {
  const host = await t.host(), page = await t.device(host, more);
  await page.goto(page.base + '/');
  await page.waitForSelector('.digit');
  await clean(t, page, label + ' join');
  await page.click('.digit');
  await page.keyboard.type('482917');
  await page.click('.groups .cell:nth-child(1)');
  await clean(t, page, label + ' seats');
  await t.sit(page, 1, '01');
  await clean(t, page, label + ' waiting');
  host.round('first-vote');
  host.set({ timer: { left_ms: 100000, running: true } });
  await page.waitForSelector('.stage .paper');
  await page.click('.scores .cell:nth-child(4)');
  await page.click('.segments >> nth=0 >> .cell:nth-child(1)');
  await page.click('.segments >> nth=1 >> .cell:nth-child(1)');
  await clean(t, page, label + ' form');
  await page.click('.v-files');
  await page.waitForSelector('.dialog .row');
  await clean(t, page, label + ' documents');
  await page.keyboard.press('Escape');
  await page.click('.v-bar .plain:last-child');
  await page.waitForSelector('.dialog.whole .paper');
  await clean(t, page, label + ' full screen');
  await page.keyboard.press('Escape');
  await page.click('#send');
  await page.waitForSelector('.sent-state.good');
  await clean(t, page, label + ' sent');
  host.round('votes-shown');
  host.set({ tallies: host.tallies(false) });
  await page.waitForSelector('.chart');
  await clean(t, page, label + ' votes shown');
  host.round('discussion');
  await page.waitForSelector('.viewer');
  await clean(t, page, label + ' discussion');
  host.round('second-vote', { group_second: true });
  await page.waitForSelector('.agreement');
  await page.click('.seat >> nth=0');
  await clean(t, page, label + ' group decision');
  host.round('reference-shown');
  host.set({ tallies: host.tallies(true), references: [host.reference()] });
  await page.waitForSelector('.big-line');
  await clean(t, page, label + ' reference');
  host.extra['01'] = { ask: { ask: 1, seat: '01', reason: 'Tahun 2023' } };
  host.set({});
  await page.waitForSelector('.dialog.ask');
  await clean(t, page, label + ' name');
  await page.keyboard.press('Escape');
  host.round('first-vote', { indicators: ['KS-P2', 'KS-P3'], group_second: false });
  await page.waitForSelector('[data-code]');
  await clean(t, page, label + ' list');
  return [host, page];
}

module.exports = {
  'every state, English, light, small phone': (t) => walk(t, {}, 'en'),
  'every state, Indonesian, dark, tall phone': (t) => walk(t, { locale: 'id-ID', colorScheme: 'dark', viewport: { width: 412, height: 915 } }, 'id dark'),
  'every state, Indonesian, light, laptop': (t) => walk(t, { locale: 'id-ID', viewport: { width: 1280, height: 800 }, hasTouch: false }, 'id wide'),

  'the cover of a shared computer, and a lost connection': async (t) => {
    const host = await t.host(), page = await t.seated(host, 4, 'group', { colorScheme: 'dark' });
    host.round('first-vote');
    await page.waitForSelector('#iam');
    await clean(t, page, 'cover');
    await page.click('text=Somebody else is next');
    await clean(t, page, 'who is next');
    const port = host.port;
    await host.stop();
    await page.waitForSelector('#banner:not([hidden])');
    await clean(t, page, 'banner');
    await host.start(port);
  },

  'the second screen': async (t) => {
    const host = await t.host(), page = await t.device(host, { viewport: { width: 1440, height: 900 } });
    await page.goto(page.base + '/projector#' + host.projectorToken);
    await t.until('it is known', () => Array.from(host.sockets).some((socket) => socket.big));
    host.show({ t: 'screen', show: 'join', join: { wifi: 'Timbang', address: '10.0.0.1:8080', code: '482917', qr: { size: 1, rows: ['1'] } }, people: 3, here: 1, indicator: null, state: host.state });
    await page.waitForSelector('.code');
    await clean(t, page, 'projector');
  },

  'letters twice as large still fit': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01', { viewport: { width: 360, height: 640 } });
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    await page.setViewportSize({ width: 320, height: 480 });
    t.same(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), true, 'no sideways scrolling at 320');
    await page.click('#send');
    t.same(await page.textContent('.problem'), 'Choose a score.', 'Send is reached');
  }
};
