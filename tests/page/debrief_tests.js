'use strict';

async function debrief(t, first, second, change) {
  const host = await t.host(), page = await t.seated(host, 1, '01');
  host.round('first-vote');
  await page.waitForSelector('form.vote');
  if (first) {
    await t.vote(page, first[0], first[1], 3);
    await page.waitForSelector('.sent-state.good');
  }
  host.round('second-vote');
  if (second) {
    await t.until('the second form', () => page.$('form.vote'));
    await t.vote(page, second[0], second[1], 2);
    await page.waitForSelector('.sent-state.good');
  }
  const reference = Object.assign(host.reference(), change);
  host.round('reference-shown');
  host.set({ tallies: host.tallies(true), references: [reference] });
  await page.waitForSelector('.big-line');
  return [page, (await page.textContent('.debrief')).replace(/\s+/g, ' '), host];
}

module.exports = {
  'generous at first, closer after the discussion': async (t) => {
    const [page, text] = await debrief(t, [3, 0], [1, 1]);
    for (const words of ['2 steps generous at first', 'You gave 6, then 2.', 'The reference is 2.', 'You said Accept; the reference says Return.', 'Wrong data year', 'panel of 12',
      'Rule T-2: Data year', 'Try this next time', 'Read the period in the heading of every table', 'Your second vote matched the reference.']) t.expect(text.includes(words), words);
    t.expect(!/wrong(?! data year)|failed|mistake/i.test(text), 'kind words: ' + text);
    t.same(await page.$$eval('.debrief .panel', (dots) => dots.length), 12 + 2, 'dots of the panel and of the legend');
    await page.click('.passage');
    await page.waitForSelector('.dialog mark');
    t.same(await page.textContent('.dialog mark'), 'Periode Januari sampai dengan Desember 2023', 'the passage is marked');
  },

  'strict, one step, without a second vote': async (t) => {
    const [, text] = await debrief(t, [0, 2], null);
    for (const words of ['1 step strict at first', 'You gave 0. The reference is 2.'.replace('. ', '.')]) t.expect(text.replace(/\. /g, '.').includes(words.replace(/\. /g, '.')), words);
    t.expect(!text.includes('moved you closer'), 'nothing about a second vote');
  },

  'the same as the reference': async (t) => {
    const [, text] = await debrief(t, [1, 1], [3, 1]);
    for (const words of ['Same score as the reference at first', 'You gave 2, then 6.', 'Return, the same as the reference', 'further from the reference']) t.expect(text.includes(words), words);
  },

  'somebody who came late did not vote': async (t) => {
    const [, text] = await debrief(t, null, null);
    t.expect(text.includes('You did not vote on this.') && text.includes('The reference is 2.'), text);
  },

  'a reference without a score': async (t) => {
    const [, text] = await debrief(t, [3, 0], null, { score: undefined, panel: [] });
    t.expect(text.includes('You gave Accept.') && text.includes('The reference is Return.'), text);
  },

  'references of a whole case come one by one': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote', { indicators: ['KS-P2', 'KS-P3'] });
    await page.waitForSelector('text=0 of 2 decided');
    host.round('reference-shown', { indicators: ['KS-P2', 'KS-P3'] });
    host.set({ tallies: host.tallies(true), references: [host.reference()] });
    await page.waitForSelector('[data-code="KS-P3"]:has-text("Not shown yet")');
    await page.click('[data-code="KS-P2"]');
    await page.waitForSelector('text=The reference is 2.');
    await page.click('[aria-label="Back to the list"]');
    await page.click('[data-code="KS-P3"]');
    await page.waitForSelector('text=Not shown yet');
    host.set({ references: [host.reference(), Object.assign(host.reference(), { indicator: 'KS-P3', score: 4 })] });
    await page.waitForSelector('text=The reference is 4.');
  }
};
