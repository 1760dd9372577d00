'use strict';
const { words } = require('./fake_host');

const INDICATOR = { code: 'KS-P2', title: words('Layanan pengaduan puskesmas', 'Complaint service of the health centres') };
const CANARY = 'KENARI';

function screens(host) {
  const rows = Array.from({ length: 29 }, (_, y) => Array.from({ length: 29 }, (__, x) => ((x * 7 + y * 13 + x * y) % 3 ? '1' : '0')).join(''));
  const base = { t: 'screen', show: 'join', join: { wifi: 'Timbang-Latihan', address: '192.168.10.1:8080', code: '482917', qr: { size: 29, rows } }, people: 30, here: 27, indicator: null, state: host.state };
  const state = (phase, more) => Object.assign({}, host.state, { round: { number: 3, phase, voting: true, indicators: ['KS-P2'], votes: 23, of: 29, group_second: false }, timer: { left_ms: 134000, running: true } }, more);
  const at = (show, phase, more, outer) => Object.assign({}, base, { show, indicator: INDICATOR, state: state(phase, more) }, outer);
  const spread = [{ indicator: 'KS-P2', kind: 'first', votes: 28, lowest: 2, highest: 10, consensus: false }];
  return {
    join: base, waiting: at('waiting', 'first-vote'), votes: at('votes', 'votes-shown', { tallies: host.tallies(false) }), spread: at('votes', 'votes-shown', { tallies: spread }),
    both: at('votes', 'reference-shown', { tallies: host.tallies(true) }, { moved: 14 }), reference: at('reference', 'reference-shown', { tallies: host.tallies(true), references: [host.reference()] }, { moved: 14 }),
    reason: at('votes', 'discussion', { tallies: host.tallies(false) }, { reason: { text: '<i>Judul</i> tabel menyebut tahun 2023, padahal penilaian memakai data 2024.', name: '' } }),
    named: at('votes', 'discussion', { tallies: host.tallies(false) }, { reason: { text: 'Tahun 2023', name: CANARY } })
  };
}

// What only this picture has of those before and after it.
const SIGNS = { join: '.code', waiting: '.huge:has-text("23 / 29")', votes: '.chart:not(:has(.bar2))', spread: '.huge:has-text("2 – 10")', both: '.chart .bar2', reference: '.answer',
  reason: '.says:has-text("<i>Judul</i>")', named: 'text=' + CANARY };

/** Text smaller than 40 px on a picture of 1440 by 900, and text that runs out of the picture. */
async function unreadable(page) {
  return page.evaluate(() => {
    const bad = [], scale = Math.min(innerWidth / 1440, innerHeight / 900);
    const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect(), svg = node.parentElement.closest('svg');
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize) * (svg ? svg.getScreenCTM().a : 1);
      if (size < 39.4 * scale * (svg ? 0.85 : 1)) bad.push('small: ' + node.textContent + ' ' + size);
      const clamped = node.parentElement.closest('.why, .says, h1');
      if (box.right > innerWidth + 1 || box.left < -1 || (box.bottom > innerHeight + 1 && !clamped)) bad.push('outside: ' + node.textContent);
    }
    if (document.scrollingElement.scrollHeight > innerHeight || document.scrollingElement.scrollWidth > innerWidth) bad.push('scrolls');
    return bad;
  });
}

async function open(t, more) {
  const host = await t.host(), page = await t.device(host, Object.assign({ viewport: { width: 1440, height: 900 }, hasTouch: false }, more));
  await page.goto(page.base + '/projector#' + host.projectorToken);
  await t.until('it is known', () => Array.from(host.sockets).some((socket) => socket.big));
  return [host, page];
}

module.exports = {
  'every picture can be read from ten metres, on any screen, in both languages': async (t) => {
    const [host, page] = await open(t);
    const all = screens(host);
    for (const [width, height] of [[1440, 900], [1024, 768], [1920, 1080], [1280, 720], [3840, 2160]]) {
      await page.setViewportSize({ width, height });
      for (const name of Object.keys(all)) {
        host.show(all[name]);
        await page.waitForSelector(SIGNS[name]);
        for (const turn of [0, 1]) {
          t.same(await unreadable(page), [], name + ' ' + width + ' ' + turn);
          await page.keyboard.press('l');
        }
      }
    }
  },

  'what each shows': async (t) => {
    const [host, page] = await open(t);
    const all = screens(host), text = async () => (await page.textContent('#app')).replace(/\s+/g, ' ');
    host.show(all.join);
    await page.waitForSelector('.code:text-is("482 917")');
    t.expect(/Timbang-Latihan.*192\.168\.10\.1:8080.*27 of 30 are here/.test(await text()), await text());
    t.same(await page.$$eval('.cell.on', (list) => list.length), 27, 'cells');
    host.show(all.waiting);
    await page.waitForSelector('text=23 of 29 have voted');
    await page.waitForSelector('text=/Time left [0-2]:/');
    t.expect(!(await text()).includes('18'), 'no count of any score');
    host.show(all.votes);
    await page.waitForSelector('.chart[aria-label*="6: 12"]');
    t.same(await page.$$eval('.bar2', (list) => list.length), 0, 'only first votes');
    host.show(all.both);
    await page.waitForSelector('text=14 people changed their score.');
    t.same(await page.$$eval('.bar1, .bar2', (list) => list.length), 9, 'bars');
    host.show(all.reference);
    await page.waitForSelector('text=Reference: 2, Return');
  },

  'a reason as words, with a name only when there is one': async (t) => {
    const [host, page] = await open(t);
    const all = screens(host);
    host.show(all.reason);
    await page.waitForSelector('text=<i>Judul</i> tabel');
    t.expect((await page.textContent('#app')).includes('one of you'), 'without a name');
    host.show(all.named);
    await page.waitForSelector('text=' + CANARY);
  },

  'without its token it shows nothing': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/projector#wrong');
    await page.waitForSelector('text=Open this page from Timbang');
    t.same(host.log.filter((line) => !line.startsWith('404')), [], 'nothing fetched');
  },

  'in the language that the address asks for; the key L changes it': async (t) => {
    const host = await t.host(), page = await t.device(host, { locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await page.goto(page.base + '/projector?lang=id#' + host.projectorToken);
    await t.until('it is known', () => Array.from(host.sockets).some((socket) => socket.big));
    host.show(screens(host).join);
    await page.waitForSelector('text=Ikuti lokakarya');
    await page.keyboard.press('l');
    await page.waitForSelector('text=Join the workshop');
  },

  'it comes back by itself': async (t) => {
    const [host, page] = await open(t);
    host.show(screens(host).join);
    await page.waitForSelector('.code');
    host.drop();
    host.screen = screens(host).waiting;
    await page.waitForSelector('text=23 of 29 have voted');
  }
};
