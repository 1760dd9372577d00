// What is sent to every phone: small, old enough JavaScript, both languages, nothing inline.
'use strict';
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const acorn = require('acorn');
const { ASSETS } = require('./support');

const files = (ending) => fs.readdirSync(ASSETS).filter((name) => name.endsWith(ending));
const read = (name) => fs.readFileSync(path.join(ASSETS, name), 'utf8');

module.exports = {
  'together under 100 kB compressed': async (t) => {
    const all = fs.readdirSync(ASSETS).reduce((sum, name) => sum + zlib.gzipSync(fs.readFileSync(path.join(ASSETS, name)), { level: 9 }).length, 0);
    console.log('        ' + all + ' bytes');
    t.expect(all < 100 * 1000, all + ' bytes');
  },

  'every script is ES2018': async (t) => {
    for (const name of files('.js')) {
      try {
        acorn.parse(read(name), { ecmaVersion: 2018, sourceType: 'module' });
      } catch (error) {
        t.expect(false, name + ': ' + error.message);
      }
      t.expect(!/\.(flat|flatMap|replaceAll|at|replaceChildren|matchAll)\(|Object\.fromEntries|globalThis|structuredClone|randomUUID|crypto\.subtle|navigator\.clipboard|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/.test(read(name).replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')),
        name + ' uses something that old browsers or a page without a certificate lack, or reads markup');
    }
  },

  'no inline script or style, no address outside': async (t) => {
    for (const name of files('.html')) {
      const html = read(name);
      t.expect(!/<style|\sstyle=|\son\w+=|<script(?![^>]*src=)/.test(html), name + ' has something inline');
    }
    for (const name of fs.readdirSync(ASSETS)) {
      const outside = (read(name).match(/(https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/gi) || []).filter((url) => !url.includes('//www.w3.org'));
      t.same(outside, [], name);
    }
    for (const name of files('.css')) t.expect(!/:has\(|inset:|@layer|@container/.test(read(name)), name + ' uses newer rules');
  },

  'every script is asked for at once': async (t) => {
    const wanted = new Set(['app.js']), html = read('index.html');
    for (const name of wanted) for (const from of read(name).match(/from '\/[\w.]+'/g) || []) wanted.add(from.slice(7, -1));
    const named = (html.match(/(src|href)="\/\w+\.js"/g) || []).map((one) => one.replace(/.*"\/|"/g, '')).filter((name) => name !== 'boot.js');
    t.same(named.sort(), Array.from(wanted).sort(), 'index.html names what app.js needs');
  },

  'a script that does not arrive is said, and the page can be loaded again': async (t) => {
    const host = await t.host(), page = await t.device(host);
    let broken = true;
    page.removeAllListeners('console');
    await page.route('**/rounds.js', (route) => (broken ? route.abort() : route.continue()));
    await page.goto(page.base + '/');
    await page.waitForSelector('text=The page has not arrived completely');
    broken = false;
    await page.click('button');
    await page.waitForSelector('.digit');
  },

  'both languages have the same words': async (t) => {
    const words = new Function(read('words.js').replace('export const WORDS =', 'return'))();
    t.same(Object.keys(words.id).sort(), Object.keys(words.en).sort(), 'keys');
    const names = (text) => Array.from(new Set((text.match(/\{[\w-]+/g) || []))).sort();
    for (const key of Object.keys(words.en)) {
      t.same(names(words.id[key]), names(words.en[key]), key);
      t.expect(!/!/.test(words.en[key] + words.id[key]), key + ' has an exclamation mark');
    }
    const used = files('.js').filter((name) => name !== 'words.js').map(read).join('\n');
    const asked = (used.match(/say\('[\w.-]+'/g) || []).map((call) => call.slice(5, -1)).filter((key) => !key.endsWith('.') && !key.endsWith('-'));
    for (const key of asked) t.expect(key in words.en, 'no word for ' + key);
  }
};
