// The room's web pages in Debian's Chromium, at a name that is no secure context, against a made-up host.
//   node page_test.js [part of a test's name]        77: a browser or what npm brings is not there
'use strict';
const { launch } = require('./browser');

(async () => {
  const browser = await launch();
  if (!browser) {
    console.log('skipped: no chromium, or run npm ci in tests/page');
    process.exit(77);
  }
  const { Run } = require('./support');
  const run = new Run(browser), only = process.argv[2] || '';
  for (const part of ['files', 'joining', 'voting', 'drops', 'shared', 'debrief', 'projector', 'access']) {
    const tests = require('./' + part + '_tests');
    for (const name of Object.keys(tests)) await run.test(part + ': ' + name, tests[name], only);
  }
  await browser.close();
  process.exit(run.failures ? 1 : 0);
})();
