// The reference and one's own feedback.
import { both, button, fill, h, icon, known, say } from '/dom.js';
import { verdictIcon, verdictName, verdictTint, voteChips } from '/form.js';
import { distribution, groupFirst, nameOf, roundLine } from '/rounds.js';
import { Viewer, showPassage } from '/viewer.js';
import { legend, strip } from '/charts.js';

// What to try next time, by the type of problem or judgement that the feedback speaks of.
const TRY = {
  'wrong-year': 'year', late: 'year', arithmetic: 'arithmetic', 'figures-disagree': 'figure', 'other-line': 'figure', nihil: 'figure', 'no-unit': 'figure',
  'not-endorsed': 'endorsement', 'signature-invalid': 'endorsement', 'valid-signature': 'endorsement', 'no-declaration': 'endorsement', 'no-province-letter': 'endorsement',
  'not-in-force': 'legal', 'still-in-force': 'legal', 'other-owner': 'source', 'own-population': 'source', 'right-owner': 'source', 'no-source': 'source',
  'statement-only': 'source', 'dead-link': 'source', 'level-missed': 'scale', 'band-missed': 'scale', 'result-as-defect': 'scale', 'sound-part-dropped': 'scale', 'gap-unsaid': 'scale',
  repairable: 'verdict', 'nothing-to-repair': 'verdict', incomplete: 'form', mismatch: 'form', 'no-minutes': 'form', 'other-district': 'form', 'same-file-twice': 'form', 'wrong-form': 'form'
};

const has = (value) => value !== undefined && value !== null;

function distance(indicator, a, b) {
  const place = (score) => indicator.scores.findIndex((one) => one.score === score);
  return place(a) - place(b);
}

function headline(indicator, reference, first) {
  if (!first || !has(first.score) || !has(reference.score)) return null;
  const steps = distance(indicator, first.score, reference.score);
  if (!steps) return h('p', { class: 'head good' }, icon('ok'), say('ref.same'));
  return h('p', { class: 'head ret' }, icon(steps > 0 ? 'up' : 'down'), say(steps > 0 ? 'ref.generous' : 'ref.strict', { n: Math.abs(steps) }));
}

function sentence(room, reference, first, second) {
  const name = (vote) => (has(reference.score) ? vote.score : verdictName(room.kase, vote.verdict));
  const is = say('ref.is', { n: has(reference.score) ? reference.score : verdictName(room.kase, reference.verdict) });
  if (!first && !second) return [say('ref.none'), h('br'), is];
  const gave = first && second ? say('ref.gave-two', { a: name(first), b: name(second) }) : say('ref.gave', { a: name(first || second) });
  return [gave, h('br'), is];
}

function verdictPart(room, reference, first) {
  if (!reference.verdict) return null;
  const b = verdictName(room.kase, reference.verdict);
  const line = (css, sign, words) => h('p', { class: 'verdict-line ' + css }, sign, h('span', {}, words));
  // A tick of the reference beside another verdict would read as agreement.
  if (first && first.verdict && first.verdict !== reference.verdict) return line('ret', icon('flag'), say('ref.verdict-other', { a: verdictName(room.kase, first.verdict), b }));
  return line(verdictTint(reference.verdict), verdictIcon(reference.verdict), first && first.verdict ? say('ref.verdict-same', { verdict: b }) : say('ref.verdict-is', { b }));
}

function passages(room, code, reference) {
  const list = reference.rests_on || [];
  if (!list.length) return null;
  return [h('h3', {}, say('ref.rests')), list.slice(0, 4).map((one) => {
    const document = room.evidence(one.evidence), place = say('ref.place', { title: document ? both(document.title) : one.evidence, n: one.page });
    return h('button', { type: 'button', class: 'passage', onclick: () => showPassage(room, code, one) }, h('mark', {}, one.quote), h('span', { class: 'soft small' }, place));
  })];
}

function because(room, code, reference, feedback) {
  const own = feedback && both(feedback.why), why = both(reference.why);
  return h('div', { class: 'card' }, feedback && feedback.type && both(feedback.type.name) ? h('p', {}, h('span', { class: 'chip ret' }, icon('flag'), both(feedback.type.name))) : null,
    own ? h('p', {}, own) : null, why && why !== own ? [own ? h('h3', {}, say('ref.why')) : null, h('p', {}, why)] : null, passages(room, code, reference),
    (reference.rules || []).map((rule) => h('p', { class: 'soft small' }, say('ref.rule', { code: rule.code, name: both(rule.name) }))));
}

function tryNext(feedback) {
  const key = feedback && feedback.type ? 'try.' + TRY[feedback.type.id] : '';
  if (!known(key)) return null;
  return h('div', { class: 'advice' }, icon('bulb', 'acc'), h('div', {}, h('h3', {}, say('ref.try')), h('p', { class: 'soft' }, say(key))));
}

function moved(indicator, reference, first, second) {
  if (!first || !second || !has(reference.score) || !has(first.score) || !has(second.score)) return null;
  const before = Math.abs(distance(indicator, first.score, reference.score)), after = Math.abs(distance(indicator, second.score, reference.score));
  if (after === before) return null;
  if (after > before) return h('div', { class: 'advice' }, icon('info'), h('p', { class: 'soft' }, say('ref.away')));
  return h('div', { class: 'advice' }, icon('ok', 'good'), h('div', {}, h('h3', {}, say('ref.closer')), h('p', { class: 'soft' }, say(after ? 'ref.closer-near' : 'ref.closer-same'))));
}

/** Everything for one seat. */
function ownPart(room, code, seat) {
  const indicator = room.indicator(code), reference = room.reference(code);
  const first = room.mine('first', code, seat).vote, second = room.mine('second', code, seat).vote;
  const feedback = (room.you.feedback || []).find((one) => one.seat === seat && one.indicator === code);
  const panel = reference.panel || [], of = panel.reduce((all, pair) => all + pair[1], 0), firstScore = first && has(first.score) ? first.score : null;
  return [headline(indicator, reference, first), h('h2', { class: 'big-line' }, sentence(room, reference, first, second)),
    has(reference.score) ? [strip(indicator.scores, panel, reference.score, firstScore), legend(of, firstScore !== null)] : null,
    verdictPart(room, reference, first), panel.length > 1 ? h('p', { class: 'soft small' }, say('ref.split')) : null,
    because(room, code, reference, feedback), tryNext(feedback), moved(indicator, reference, first, second)];
}

function groupPart(room, code) {
  const vote = room.mine('group', code, room.you.group).vote;
  return vote ? h('div', { class: 'card' }, h('h2', { class: 'sub' }, say('group.decision')), voteChips(room, vote), vote.reason ? h('p', { class: 'quote' }, vote.reason) : null) : null;
}

// On a shared computer the members look at their own feedback one after the other.
function memberPart(room, code, view) {
  if (view.seat) {
    return [h('div', { class: 'pair' }, h('h2', {}, say('ref.of-seat', { seat: view.seat })), button(say('ref.hide'), { class: 'btn', onclick: () => view.leave() }, icon('hidden'))),
      ownPart(room, code, view.seat)];
  }
  const reference = room.reference(code), indicator = room.indicator(code), panel = reference.panel || [];
  return [h('h2', { class: 'big-line' }, say('ref.is', { n: has(reference.score) ? reference.score : verdictName(room.kase, reference.verdict) })),
    has(reference.score) ? [strip(indicator.scores, panel, reference.score, null), legend(panel.reduce((all, pair) => all + pair[1], 0), false)] : null,
    verdictPart(room, reference, null), groupFirst(room, code), because(room, code, reference, null), h('h3', {}, say('ref.my')), h('p', { class: 'soft small' }, say('ref.my-note')),
    h('div', { class: 'cells' }, room.you.seats.map((seat) => h('button', { type: 'button', class: 'btn seat-button', 'aria-label': say('join.verifier', { seat }), onclick: () => view.enter(seat) }, seat)))];
}

/** `view` is null on an own device; on a shared computer {seat, enter(seat), leave()}. */
export function referenceScreen(room, code, view) {
  const indicator = room.indicator(code), parts = h('div', { class: 'parts' }), votes = h('div', {});
  const whole = button(say('page.whole'), { class: 'btn big', onclick: () => {
    const reference = room.reference(code), passage = reference && (reference.rests_on || [])[0];
    if (passage) showPassage(room, code, passage);
    else new Viewer(room, code, null).open();
  } });
  const screen = { title: nameOf(indicator), sub: roundLine(room, say('phase.reference-shown')), fixed: true,
    chip: view && !view.seat ? null : h('span', { class: 'chip' }, icon('lock'), say('ref.only-you')),
    node: h('div', { class: 'vote debrief' }, h('div', { class: 'scroll' }, parts, votes), h('div', { class: 'foot' }, whole, h('div', { class: 'under' }, say('ref.next')))) };
  screen.update = () => {
    const drawn = JSON.stringify([room.state.references, room.state.tallies, room.you]);
    if (drawn === screen.drawn) return;
    screen.drawn = drawn;
    const reference = room.reference(code), shown = reference ? reference.score : undefined;
    fill(parts, reference ? (view ? memberPart(room, code, view) : ownPart(room, code, room.seat())) : h('p', { class: 'soft' }, say('list.not-shown')), groupPart(room, code));
    fill(votes, distribution(room, code, view ? view.seat || null : room.seat(), shown));
  };
  screen.update();
  return screen;
}
