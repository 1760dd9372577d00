// A browser as a phone sees the room: a name that is no secure context, a profile of its own, no other network.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');

// The second name leads to the same port of another loopback address, where a test may put something in between.
const NAME = 'timbang.test', SHAKY = 'goyah.test';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--host-resolver-rules=MAP ' + NAME + ' 127.0.0.1, MAP ' + SHAKY + ' 127.0.0.2'];

function find() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return places.find((place) => place && fs.existsSync(place));
}

/** Nothing where a browser or what npm brings is missing. */
async function launch(flags) {
  let chromium;
  try {
    ({ chromium } = require('playwright-core'));
  } catch (missing) {
    return null;
  }
  const program = find();
  if (!program) return null;
  const browser = await chromium.launch({ executablePath: program, args: FLAGS.concat(flags || []), headless: true });
  return browser;
}

function scratch() { return fs.mkdtempSync(path.join(os.tmpdir(), 'timbang-page-')); }

module.exports = { NAME, SHAKY, launch, scratch };
