'use strict';
const { outside, smallTargets } = require('./support');

const USED = ['.scores .cell', '.segments .cell', '#send', '.v-bar .round'];

async function counted(page) {
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => { const words = document.getElementById('live').textContent; if (words) window.said.push(words); }).observe(document.getElementById('live'), { childList: true, characterData: true, subtree: true });
  });
}

module.exports = {
  'four taps on the smallest phone, nothing scrolls': async (t) => {
    for (const [locale, seat] of [['en-US', '03'], ['id-ID', '07']]) {
      const host = await t.host(), page = await t.seated(host, 3, seat, { locale });
      host.round('first-vote');
      host.set({ timer: { left_ms: 220000, running: true } });
      await page.waitForSelector('form.vote');
      t.same(await outside(page, USED), [], locale);
      t.same(await page.evaluate(() => document.scrollingElement.scrollHeight <= innerHeight && document.getElementById('main').scrollHeight <= document.getElementById('main').clientHeight), true, 'nothing scrolls');
      t.same(await page.evaluate(() => { const parts = document.querySelector('.vote .parts'); return parts.scrollHeight <= parts.clientHeight; }), true, 'the form does not scroll');
      t.expect(await page.$eval('.stage', (stage) => stage.clientHeight) >= 150, 'room for the page');
      t.same(await smallTargets(page), [], 'targets');
      await t.vote(page, 3, 0, 3);
      await page.waitForSelector('.sent-state.good');
      const vote = host.votes[0];
      t.same([vote.seat, vote.round, vote.indicator, vote.kind, vote.score, vote.verdict, vote.confidence, vote.reason], [seat, 1, 'KS-P2', 'first', 6, 'accept', 3, ''], 'vote');
      t.expect(/^[A-Za-z0-9-]{8,64}$/.test(vote.id), vote.id);
      await outside(page, ['.foot .btn']).then((bad) => t.same(bad, [], 'after sending'));
    }
  },

  'a gap is said and gets the focus': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.click('.scores .cell:nth-child(2)');
    await page.click('#send');
    t.same(await page.textContent('.problem'), 'Choose a verdict.', 'words');
    t.same(await page.evaluate(() => document.activeElement.name), 'f-first-KS-P2-verdict', 'focus');
    t.same(host.votes.length, 0, 'votes');
  },

  'with the keyboard alone': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01', { hasTouch: false });
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    t.same(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the focus starts at the heading');
    await page.focus('.scores input');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sent-state.good');
    t.same([host.votes[0].score, host.votes[0].verdict, host.votes[0].confidence], [2, 'accept', 3], 'vote');
  },

  'the reason can come before, or follow': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.click('text=Add a reason');
    await page.keyboard.type('  The heading   says 2023 ');
    await t.vote(page, 1, 1, 2);
    await t.until('kept', () => host.votes.length === 1);
    t.same(host.votes[0].reason, 'The heading says 2023', 'reason');
    await page.fill('#late-reason', '<b>2023</b> & more');
    await page.click('text=Save the reason');
    await t.until('kept again', () => host.votes.length === 2);
    t.same([host.votes[1].reason, host.votes[1].score, host.votes[1].seat], ['<b>2023</b> & more', 2, '01'], 'with the same score');
    t.expect(host.votes[1].id !== host.votes[0].id, 'a message of its own');
  },

  'a reason is cut to what the host takes, whole letters only': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.click('text=Add a reason');
    await page.fill('.reason input', '😀'.repeat(140));
    await t.vote(page, 1, 1, 2);
    await t.until('kept', () => host.votes.length === 1);
    t.same([Buffer.byteLength(host.votes[0].reason), host.votes[0].reason], [400, '😀'.repeat(100)], 'bytes');
  },

  'a vote can be changed while it is open': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.sent-state.good');
    await page.click('text=Change my vote');
    t.same(await page.$eval('.scores input:checked', (input) => input.value), '6', 'the vote stands in the form');
    await t.vote(page, 1, 1, 1);
    await page.waitForSelector('.sent-state.good');
    t.same([host.votes.length, host.votes[1].score, host.votes[1].verdict], [2, 2, 'return'], 'second message');
    await page.waitForSelector('.chip.strong:text-is("2")');
  },

  'what is begun survives states, languages and loading again': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.click('.scores .cell:nth-child(3)');
    await page.click('text=Add a reason');
    await page.keyboard.type('half a');
    for (let i = 0; i < 20; ++i) host.set({ here: i });
    await page.keyboard.type(' word');
    t.same(await page.inputValue('.reason input'), 'half a word', 'typing goes on');
    await page.click('.round.words');
    await page.waitForSelector('text=Nilai mana yang didukung bukti?');
    t.same(await page.$eval('.scores input:checked', (input) => input.value), '4', 'score');
    await page.reload();
    await page.waitForSelector('form.vote');
    t.same([await page.$eval('.scores input:checked', (input) => input.value), await page.inputValue('.reason input')], ['4', 'half a word'], 'after loading');
  },

  'states say nothing aloud, what matters is said once': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    await counted(page);
    for (let i = 0; i < 30; ++i) host.set({ here: i, round: Object.assign({}, host.state.round, { votes: i }) });
    await t.vote(page, 3, 0, 3);
    await t.until('said', () => page.evaluate(() => window.said.length > 0));
    t.same(await page.evaluate(() => window.said), ['Your vote is in'], 'said');
  },

  'a vote after closing is refused in words': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('form.vote');
    host.refuse = 'no-vote-open';
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('text=The vote was closed before it arrived.');
    t.same(await page.$eval('.scores input:checked', (input) => input.value), '6', 'what was chosen stays');
    host.set({ round: Object.assign({}, host.state.round, { voting: false }) });
    await page.waitForSelector('h1:text("The vote is closed")');
    await page.waitForSelector('text=Your last vote was not taken in');
    host.refuse = '';
    host.set({ round: Object.assign({}, host.state.round, { voting: true }) });
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.sent-state.good');
  },

  'time is counted from what is left, never from the clock': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.addInitScript(() => { Date.now = () => 86400000; });
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    host.round('first-vote');
    host.set({ timer: { left_ms: 601500, running: true } });
    const shown = async () => {
      const parts = (await page.textContent('.clock')).split(':').map(Number);
      return parts[0] * 60 + parts[1];
    };
    await page.waitForSelector('.clock:not([hidden])');
    const first = await shown();
    t.expect(first > 500 && first <= 602, 'time ' + first);
    await t.until('it counts down', async () => (await shown()) < first);
    host.set({ timer: { left_ms: 45000, running: false } });
    await page.waitForSelector('.clock:has-text("0:45 paused")');
    host.set({ timer: { left_ms: -4000, running: true } });
    await page.waitForSelector('.clock:has-text("0:00")');
    t.expect(await page.$('#send') !== null, 'the vote stays open');
    host.set({ timer: null });
    await page.waitForSelector('.clock', { state: 'hidden' });
  },

  'a whole case: a list with ticks, the same form for each': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote', { indicators: ['KS-P2', 'KS-P3', 'KS-O1'] });
    await page.waitForSelector('text=0 of 3 decided');
    await page.click('[data-code="KS-P3"]');
    await t.vote(page, 1, 1, 1);
    await page.waitForSelector('h1:text("Complaint service")');
    await page.click('[aria-label="Back to the list"]');
    await page.waitForSelector('text=1 of 3 decided');
    await page.click('[data-code="KS-P2"]');
    await t.vote(page, 2, 1, 1);
    await page.waitForSelector('h1:text("Births attended by health staff")');
    await t.vote(page, 3, 0, 1);
    await page.waitForSelector('text=Everything is sent');
    t.same(host.votes.map((vote) => vote.indicator), ['KS-P3', 'KS-P2', 'KS-O1'], 'votes');
    await page.click('[data-code="KS-P3"]');
    await page.click('text=Change my vote');
    await t.vote(page, 0, 2, 3);
    await t.until('changed', () => host.votes.length === 4);
    t.same(host.votes[3].verdict, 'reject', 'verdict');
  },

  'without a score or without a verdict it is not asked': async (t) => {
    const host = await t.host();
    host.kase.indicators[0].scores = [];
    host.kase.indicators[1].verdict = false;
    const page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.click('.segments >> nth=0 >> .cell:nth-child(2)');
    await page.click('.segments >> nth=1 >> .cell:nth-child(2)');
    await page.click('#send');
    await t.until('kept', () => host.votes.length === 1);
    t.same(['score' in host.votes[0], host.votes[0].verdict], [false, 'return'], 'vote');
    host.round('first-vote', { indicators: ['KS-P3'] });
    await page.click('.scores .cell:nth-child(2)');
    await page.click('.segments >> nth=0 >> .cell:nth-child(2)');
    await page.click('#send');
    await t.until('kept', () => host.votes.length === 2);
    t.same(['verdict' in host.votes[1], host.votes[1].score], [false, 2], 'vote');
  },

  'pages are turned, chosen and shown large; words stay words': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('.stage .paper');
    t.same(await page.$$eval('.paper img, .paper script, .paper a', (list) => list.length), 0, 'no markup from words');
    t.expect((await page.textContent('.paper')).includes('<b>bukan tanda</b> <img src=x onerror=alert(1)>'), 'words as written');
    t.same(await page.$eval('.paper .p-item b', (node) => node.textContent), '147', 'bold by bytes');
    await page.click('[aria-label="Next page"]');
    await page.waitForSelector('.paper td:has-text("147")');
    await page.click('[aria-label="Next page"]');
    await page.waitForSelector('.v-name:text("Notes of the visit")');
    await page.click('.v-files');
    await page.click('.dialog .row:has-text("Photograph")');
    await page.waitForSelector('.stage img.picture');
    t.expect((await page.getAttribute('.stage img.picture', 'src')).startsWith('blob:'), 'picture from the fetched bytes');
    t.same(await page.getAttribute('.stage img.picture', 'alt'), 'Picture of Photograph of the suggestion box, page 1', 'alt');
    await page.click('[aria-label="Full screen"]');
    await page.waitForSelector('.dialog.whole');
    await page.click('.dialog [aria-label="Larger"]');
    await page.waitForSelector('.dialog .sheet.size3');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.dialog', { state: 'detached' });
    t.same(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Full screen', 'the focus returns');
  },

  'pages come before the vote, once for each hash': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    await t.until('all fetched', () => host.log.filter((line) => line.startsWith('page') || line.startsWith('picture')).length === 5);
    host.kase.version = 2;
    host.kase.evidence[0].pages[1].hash = 'other';
    host.kase.evidence.push({ id: 'late', title: { id: 'Baru', en: 'New' }, kind: 'note', pages: [{ n: 1, picture: false, hash: 'd1' }] });
    host.sheets['late/1'] = host.sheets['visit/1'];
    for (const socket of host.sockets) host.tell(socket, host.kase);
    await t.until('only what is new', () => host.log.length >= 7);
    t.same(host.log.slice(5).sort(), ['page late/1', 'page register/2'], 'fetched again');
    host.round('first-vote');
    await page.waitForSelector('.stage .paper');
    t.same(host.log.length, 7, 'nothing was fetched for the vote');
  },

  'a page that cannot be had yet is asked for again': async (t) => {
    const host = await t.host(), page = await t.device(host);
    let refused = 0;
    await page.route('**/page/register/1', (route) => (++refused < 2 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
    page.removeAllListeners('console');
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    host.round('first-vote');
    await page.waitForSelector('.stage .paper');
    t.same(refused, 2, 'asked');
  },

  'a spokesperson sends the decision, the others see it': async (t) => {
    const host = await t.host(), speaker = await t.seated(host, 1, '01'), other = await t.seated(host, 1, '05');
    host.round('first-vote');
    await t.vote(speaker, 3, 0, 3);
    await speaker.waitForSelector('.sent-state.good');
    host.round('second-vote', { group_second: true });
    await other.waitForSelector('text=The spokesperson sends the decision');
    await speaker.waitForSelector('text=Who agrees?');
    await speaker.waitForSelector('text=You speak for the group: you send its decision. Your first votes: All on 6.');
    await speaker.click('#send');
    await speaker.click('.seat:has-text("01")');
    await speaker.click('.seat:has-text("05")');
    await speaker.click('.seat:has-text("09")');
    await speaker.waitForSelector('text=3 of 5, consensus from 75%');
    await speaker.click('.seat:has-text("13")');
    await speaker.waitForSelector('.agree.met:has-text("4 of 5")');
    await t.vote(speaker, 1, 1, 2);
    await speaker.waitForSelector('text=The group’s decision is in');
    const vote = host.votes[1];
    t.same([vote.kind, vote.group, vote.members, vote.score, 'seat' in vote], ['group', 1, ['01', '05', '09', '13'], 2, false], 'vote');
    host.set({});
    await other.waitForSelector('text=Agree: 01, 05, 09, 13');
  },

  'votes shown, spread only, discussion': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.round('first-vote');
    await t.vote(page, 3, 0, 3);
    await page.waitForSelector('.sent-state.good');
    host.round('votes-shown');
    host.set({ tallies: [{ indicator: 'KS-P2', kind: 'first', votes: 28, lowest: 2, highest: 10, consensus: false }] });
    await page.waitForSelector('text=The votes go from 2 to 10.');
    t.same(await page.$$eval('.bar', (list) => list.length), 0, 'no bars with spread only');
    host.set({ tallies: host.tallies(false) });
    await page.waitForSelector('.chart[aria-label*="6: 12"]');
    await page.waitForSelector('text=Your first vote');
    host.round('discussion');
    await page.waitForSelector('.viewer');
    await page.waitForSelector('text=Say what on the page made you choose it');
  },

  'the question about the name stays when the room goes on': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    host.extra['01'] = { ask: { ask: 7, seat: '01', reason: '2023' } };
    host.round('votes-shown', { number: 1 });
    await page.waitForSelector('[role=dialog]');
    host.round('discussion');
    await page.waitForSelector('.viewer', { state: 'attached' });
    await page.click('text=Yes, with my name');
    await t.until('answered', () => host.named);
    t.same(host.named, { ask: 7, yes: true }, 'answer');
  },

  'may the name be shown: yes, no, and Escape is no': async (t) => {
    for (const [act, yes] of [['text=Yes, with my name', true], ['text=No, without a name', false], ['Escape', false]]) {
      const host = await t.host(), page = await t.seated(host, 1, '01');
      host.extra['01'] = { ask: { ask: 7, seat: '01', reason: '<img src=x onerror=alert(1)> 2023' } };
      host.set({});
      await page.waitForSelector('[role=dialog] blockquote:has-text("<img src=x")');
      if (act === 'Escape') await page.keyboard.press('Escape');
      else await page.click(act);
      await t.until('answered', () => host.named);
      t.same(host.named, { ask: 7, yes }, act);
    }
  }
};
