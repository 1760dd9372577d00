'use strict';

const digits = (page) => page.$$eval('.digit', (boxes) => boxes.map((box) => box.value).join(''));

module.exports = {
  'typed code, group, seat': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/');
    await page.click('.digit');
    await page.keyboard.type('482917');
    await t.sit(page, 3, '07');
    await page.waitForSelector('text=You are Verifier 07');
    t.same(host.devices['token-1'].seats, ['07'], 'seat');
  },

  'pasted code, anywhere in the boxes, with a space': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/');
    await page.focus('.digit >> nth=3');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text', '482 917');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('.groups');
    t.same(await digits(page), '482917', 'boxes');
  },

  'code from the scanned address does not stay in the address': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/#482917');
    await page.waitForSelector('.groups');
    t.expect(!page.url().includes('482917'), page.url());
  },

  'a wrong code is said and can be mended': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/');
    await page.click('.digit');
    await page.keyboard.type('111111');
    await page.waitForSelector('text=This is not the code on the screen');
    t.same(await page.$$('.groups').then((list) => list.length), 0, 'groups');
    await page.focus('.digit >> nth=5');
    for (let i = 0; i < 6; ++i) await page.keyboard.press('Backspace');
    t.same(await digits(page), '', 'boxes after deleting');
    await page.keyboard.type('482917');
    await page.waitForSelector('.groups');
    t.same((await page.textContent('#wrong')).trim(), '', 'message');
  },

  'a seat that was taken meanwhile is refused in words': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/#482917');
    await page.click('.groups .cell:nth-child(1)');
    await page.selectOption('#seat', '05');
    host.seats['05'].token = 'somebody';
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Somebody already sits there');
    await t.until('the seat is marked', () => page.$eval('#seat option[value="05"]', (option) => option.disabled));
  },

  'a list of seats that is open stays while others sit down': async (t) => {
    const host = await t.host(), page = await t.device(host), other = await t.device(host);
    await page.goto(page.base + '/#482917');
    await page.click('.groups .cell:nth-child(1)');
    await page.focus('#seat');
    await page.evaluate(() => { window.before = document.getElementById('seat'); });
    await other.goto(other.base + '/#482917');
    await t.sit(other, 1, '05');
    for (const socket of host.sockets) if (!socket.token) host.tell(socket, host.free());
    await t.until('the seat is marked', () => page.$eval('#seat option[value="05"]', (option) => option.disabled));
    t.expect(await page.evaluate(() => window.before === document.getElementById('seat') && document.activeElement === window.before), 'the same list');
    await page.selectOption('#seat', '09');
    await page.click('.groups .cell:nth-child(1)');
    await page.click('button[type=submit]');
    await page.waitForSelector('text=You are Verifier 09');
  },

  'what is missing is said, and the focus goes there': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.goto(page.base + '/');
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Enter the six digits');
    t.same(await page.evaluate(() => document.activeElement.className), 'digit', 'focus');
    await page.keyboard.type('482917');
    await page.waitForSelector('.groups');
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Choose your group.');
    await page.click('.groups .cell:nth-child(2)');
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Choose your seat number.');
    t.same(await page.evaluate(() => document.activeElement.id), 'seat', 'focus');
  },

  'with the keyboard alone': async (t) => {
    const host = await t.host(), page = await t.device(host, { viewport: { width: 1280, height: 800 }, hasTouch: false });
    await page.goto(page.base + '/');
    await page.waitForSelector('.digit');
    await page.focus('.digit');
    await page.keyboard.type('482917');
    await page.waitForSelector('.groups');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Verifier 06');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=You are Verifier 06');
  },

  'the text of the step has headings, bold words and lists, and no markup': async (t) => {
    const host = await t.host(), page = await t.seated(host, 2, '06');
    await page.waitForSelector('h2:text-is("Briefing")');
    t.same(await page.$$eval('.scroll p b', (list) => list.map((one) => one.textContent)), ['Contoh Jaya'], 'bold');
    t.same(await page.$$eval('.prose-list li', (list) => list.map((one) => one.textContent)), ['Begin with the complaint register.', 'Then the <b>notes</b> of the visit.'], 'list');
  },

  'back to the own seat after loading again': async (t) => {
    const host = await t.host(), page = await t.seated(host, 2, '06');
    await page.reload();
    await page.waitForSelector('text=You are Verifier 06');
    t.same(host.made, 1, 'tokens');
  },

  'without storage it works until the page is closed': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } }));
    await page.goto(page.base + '/#482917');
    await t.sit(page, 1, '01');
    host.drop();
    await t.until('back in the seat', () => Array.from(host.sockets).some((one) => one.token === 'token-1'));
    await page.waitForSelector('text=You are Verifier 01');
  },

  'a freed seat is said, and one can join again': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    const socket = Array.from(host.sockets)[0];
    delete host.devices['token-1'];
    host.seats['01'].token = '';
    host.tell(socket, { t: 'freed' });
    socket.close();
    await page.waitForSelector('text=Your seat was freed');
    await page.click('button:has-text("Join again")');
    await page.fill('.digit >> nth=0', '482917');
    await t.sit(page, 1, '01');
    await page.waitForSelector('text=You are Verifier 01');
  },

  'an unknown token leads to the code': async (t) => {
    const host = await t.host(), page = await t.device(host);
    await page.addInitScript(() => localStorage.setItem('timbang.token', JSON.stringify('old')));
    await page.goto(page.base + '/');
    await page.waitForSelector('.digit');
    t.same(await page.evaluate(() => localStorage.getItem('timbang.token')), null, 'token');
  },

  'the room is over': async (t) => {
    const host = await t.host(), page = await t.seated(host, 1, '01');
    for (const socket of host.sockets) host.tell(socket, { t: 'bye' });
    await page.waitForSelector('text=The room is over');
    await t.until('no connection is held', () => host.sockets.size === 0);
    await page.click('text=Connect again');
    await page.waitForSelector('text=You are Verifier 01');
  },

  'language by the device, then by the switch, and kept': async (t) => {
    const host = await t.host(), page = await t.device(host, { locale: 'id-ID' });
    await page.goto(page.base + '/');
    await page.waitForSelector('text=Ikuti lokakarya');
    t.same(await page.evaluate(() => document.documentElement.lang), 'id', 'lang');
    await page.click('.round.words');
    await page.waitForSelector('text=Join the workshop');
    await page.reload();
    await page.waitForSelector('text=Join the workshop');
    t.same(await page.evaluate(() => document.documentElement.lang), 'en', 'lang');
  }
};
