// `check --format sarif` against the schema of SARIF 2.1.0 (from npm @microsoft/jest-sarif), and every fix of the log tried:
// its region is cut out, its text put there, and the finding is gone, not moved.
//   node sarif_test.js BINARY SOURCE_DIR        77: node_modules are not there (tools/test brings them with npm ci)
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { spawnSync } = require('child_process');

let Ajv, schema;
try {
  Ajv = require('ajv');
  schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
} catch {
  console.log('skipped: run npm ci in tests/sarif');
  process.exit(77);
}
const [binary, source] = process.argv.slice(2);
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore' });
if (String(schema.$schema).includes('draft-04')) ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);

let failures = 0;
function expect(holds, what) {
  if (holds) return;
  ++failures;
  console.log('FAILED: ' + what);
}

function check(target) {
  const ran = spawnSync(binary, ['check', target, '--format', 'sarif', '--lang', 'en'], { encoding: 'utf8', cwd: source });
  const log = JSON.parse(ran.stdout);
  expect(validate(log), 'not valid SARIF 2.1.0: ' + ajv.errorsText(validate.errors));
  const rules = log.runs[0].tool.driver.rules.map((rule) => rule.id);
  for (const result of log.runs[0].results)
    expect(rules[result.ruleIndex] === result.ruleId, 'ruleIndex of ' + result.ruleId);
  return log.runs[0].results;
}

function offset(points, line, column) {
  let at = 0;
  for (let current = 1; current < line; ++at) if (points[at] === '\n') ++current;
  return at + column - 1;
}

function applied(text, replacement) {
  const points = Array.from(text);
  const region = replacement.deletedRegion;
  points.splice(offset(points, region.startLine, region.startColumn),
    offset(points, region.endLine, region.endColumn) - offset(points, region.startLine, region.startColumn),
    replacement.insertedContent.text);
  return points.join('');
}

const place = (result) => result.ruleId + ' ' + JSON.stringify(result.locations[0].physicalLocation);

function tryFix(result, fix, folder) {
  const change = fix.artifactChanges[0];
  const file = decodeURIComponent(change.artifactLocation.uri);
  const before = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, applied(before, change.replacements[0]));
  const left = check(folder);
  expect(!left.map(place).includes(place(result)), 'still there after its fix: ' + place(result));
  const ofRule = (list) => list.filter((one) => one.ruleId === result.ruleId).length;
  expect(ofRule(left) < ofRule(results), 'moved by its fix: ' + place(result));
  fs.writeFileSync(file, before);
}

// Every bundled case and framework: no finding at all is valid too.
check('scenarios');

// A case with faults of several kinds, in a folder whose name has to be escaped, letters of several bytes in front of a fix.
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'timbang sarif é%'));
process.on('exit', () => fs.rmSync(temp, { recursive: true, force: true }));
fs.cpSync(path.join(source, 'tests/data/content/base'), temp, { recursive: true });
function edit(name, from, to) {
  const file = path.join(temp, 'case', name);
  const text = fs.readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(from + ' is not in ' + name);
  fs.writeFileSync(file, text.replace(from, to));
}
edit('indicators/A-O1.yaml', '{in: rekap-air, page: 1, quote: "402 rumah"}', '{quote: "402 rumah", in: rekap-aır, page: 1}');
edit('indicators/A-O1.yaml', '{by: P1, verdict: return, score: 8}', '{why: {id: "Été – sudah", en: "–"}, by: p1, verdict: return, score: 8}');
edit('scenario.yaml', 'synthetic: true', 'synthetic: yes');
edit('scenario.yaml', 'evidence/jawaban-1.md', 'evidence/Jawaban-1.md');
edit('indicators/A-S1.yaml', 'Keputusan berlaku., en', 'Keputusan – ya, berlaku., en');
fs.writeFileSync(path.join(temp, 'case/briefing.en.md'), 'Halo.\n');
const results = check(temp);
const fixed = results.filter((result) => result.fixes);
expect(results.length >= 5, 'the faults are told: ' + results.map(place).join('; '));
expect(fixed.length >= 4, 'fixes are given: ' + fixed.map(place).join('; '));
for (const result of fixed) for (const fix of result.fixes) tryFix(result, fix, temp);

// A file that no parser can read.
edit('scenario.yaml', 'timbang: 1', 'timbang: [');
expect(check(temp).some((result) => result.ruleId === 'syntax'), 'a syntax error is told');

console.log(failures === 0 ? 'ok, ' + fixed.length + ' fixes tried' : failures + ' failed');
process.exit(failures === 0 ? 0 : 1);
