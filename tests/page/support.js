// What the tests of the page share: one browser, a made-up host and fresh profiles for each test, checks that say what failed.
'use strict';
const path = require('path');
const { FakeHost } = require('./fake_host');
const { NAME } = require('./browser');

const ASSETS = path.join(__dirname, '..', '..', 'assets', 'room');
const PATIENCE = 40000;

class Run {
  constructor(browser) {
    this.browser = browser;
    this.failures = 0;
    this.contexts = [];
    this.hosts = [];
  }

  expect(holds, what) {
    if (holds) return;
    ++this.failures;
    console.log('FAILED: ' + this.name + ': ' + what);
  }

  same(got, wanted, what) { this.expect(JSON.stringify(got) === JSON.stringify(wanted), what + ': ' + JSON.stringify(got) + ' instead of ' + JSON.stringify(wanted)); }

  /** Waits for something to become true; no fixed pauses. */
  async until(what, holds) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (await holds()) return;
      await new Promise((resolve) => setImmediate(() => setTimeout(resolve, 10)));
    }
    throw new Error('never: ' + what);
  }

  async test(name, work, only) {
    if (only && !name.includes(only)) return;
    this.name = name;
    const began = Date.now(), before = this.failures;
    try {
      await work(this);
    } catch (error) {
      this.expect(false, String(error && error.message).split('\n').slice(0, 3).join(' '));
    }
    if (this.failures > before) await this.pictures();
    for (const context of this.contexts.splice(0)) await context.close();
    for (const host of this.hosts.splice(0)) await host.stop();
    console.log((this.failures === before ? 'ok      ' : 'failed  ') + name + ' (' + (Date.now() - began) + ' ms)');
  }

  /** What the pages of a failed test show, in the folder that TIMBANG_PAGE_PICTURES names. */
  async pictures() {
    const folder = process.env.TIMBANG_PAGE_PICTURES;
    if (!folder) return;
    let n = 0;
    for (const context of this.contexts) for (const page of context.pages()) await page.screenshot({ path: path.join(folder, 'failed' + ++n + '.png') });
  }

  async host() {
    const host = new FakeHost(ASSETS);
    await host.start();
    this.hosts.push(host);
    return host;
  }

  /** A device with a profile of its own. Script errors and refused resources count as failures. */
  async device(host, more) {
    const options = Object.assign({ viewport: { width: 360, height: 640 }, locale: 'en-US', hasTouch: true }, more);
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    this.contexts.push(context);
    const page = await context.newPage(), base = 'http://' + NAME + ':' + host.port;
    page.base = base;
    page.on('pageerror', (error) => this.expect(false, 'script error: ' + error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/WebSocket|ERR_CONNECTION|ERR_EMPTY|ERR_INTERNET|status of 401/.test(line.text())) this.expect(false, 'console: ' + line.text());
    });
    page.on('request', (request) => this.expect(/^(blob:)?http:\/\/(timbang|goyah)\.test:/.test(request.url()), 'outside request: ' + request.url()));
    return page;
  }

  /** A device that sits. `seat` "03", or "group" for a shared computer. */
  async seated(host, group, seat, more) {
    const page = await this.device(host, more);
    await page.goto(page.base + '/#' + host.code);
    await this.sit(page, group, seat);
    return page;
  }

  async sit(page, group, seat) {
    await page.click('.groups .cell:nth-child(' + group + ')');
    await page.selectOption('#seat', seat);
    await page.click('button[type=submit]');
    await page.waitForSelector('.join', { state: 'detached' });
  }

  /** Four taps: score by place, verdict by place, sureness 1…3, Send. */
  async vote(page, score, verdict, sure) {
    await page.click('.scores .cell:nth-child(' + (score + 1) + ')');
    await page.click('.segments >> nth=0 >> .cell:nth-child(' + (verdict + 1) + ')');
    await page.click('.segments >> nth=1 >> .cell:nth-child(' + sure + ')');
    await page.click('#send');
  }
}

/** Every element that is meant to be used lies inside the window, and nothing scrolls to reach it. */
async function outside(page, selectors) {
  return page.evaluate((list) => {
    const bad = [];
    for (const selector of list) {
      const nodes = document.querySelectorAll(selector);
      if (!nodes.length) bad.push(selector + ' is missing');
      for (const node of nodes) {
        const box = node.getBoundingClientRect();
        const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const seen = over && (node.contains(over) || over.contains(node) || (over.parentElement && over.parentElement.contains(node)));
        if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth || !seen) bad.push(selector + ' ' + Math.round(box.top) + '…' + Math.round(box.bottom));
      }
    }
    return bad;
  }, selectors);
}

async function smallTargets(page) {
  return page.evaluate(() => Array.from(document.querySelectorAll('#app button, #app .cell, #app select, #app input[type=text]')).filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width && (box.height < 24 || box.width < 24);
  }).map((node) => node.className + ' ' + node.textContent));
}

/** What axe-core finds, of any weight. There are no frames, so that its simpler way of running is enough. */
async function clean(t, page, what) {
  const { AxeBuilder } = require('@axe-core/playwright');
  const found = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
  for (const one of found.violations) t.expect(false, what + ': ' + one.impact + ' ' + one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join('; '));
}

module.exports = { ASSETS, Run, clean, outside, smallTargets };
