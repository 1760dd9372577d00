// The screens of a round on an own device: waiting, voting, sent, closed, votes shown, discussion; and of a group together.
import { announce, both, button, fill, h, icon, say } from '/dom.js';
import { prose } from '/prose.js';
import { VoteForm, oneLine, showTask, verdictIcon, verdictName, verdictTint, voteChips } from '/form.js';
import { Viewer } from '/viewer.js';
import { barLegend, rings, scoreBars, spread } from '/charts.js';

export const roundLine = (room, words) => say('top.round', { n: room.state.round.number, what: words });
export const nameOf = (indicator) => both(indicator.short) || both(indicator.title);

/** Evidence above, something below; beside each other where the window is wide. */
export function split(viewer, below) { return h('div', { class: 'split' }, viewer.node, below); }

function taskButton(room, indicator) {
  return h('button', { type: 'button', class: 'round', 'aria-label': say('vote.task'), onclick: () => showTask(room, indicator) }, icon('info'));
}

export function waitScreen(room) {
  const you = room.you, kase = room.kase, here = h('p', { class: 'soft' });
  const place = room.isShared() ? say('wait.shared', { seats: you.seats.join(', ') }) : say('wait.seat', { seat: room.seat() });
  const body = h('div', { class: 'scroll' }, h('div', { class: 'card' }, h('p', { class: 'good' }, icon('ok'), place),
    you.group ? h('p', { class: 'soft' }, say('wait.group', { n: you.group })) : null, h('p', {}, say('wait.note')), here));
  if (kase) {
    body.appendChild(h('h2', {}, both(kase.title)));
    body.appendChild(h('p', { class: 'soft' }, say('wait.district', { district: kase.district, year: kase.year, data: kase.data_year })));
    if (both(kase.summary)) body.appendChild(h('p', {}, both(kase.summary)));
    if (kase.step && both(kase.step.text)) {
      const story = both(kase.step.text), named = both(kase.step.title);
      if (named && !/^#/.test(story.trim())) body.appendChild(h('h2', { class: 'sub' }, named));
      for (const part of [].concat(...prose(story))) if (part) body.appendChild(part);
    }
    if (both(kase.notice)) body.appendChild(h('p', { class: 'soft small' }, both(kase.notice)));
    if (kase.evidence.length) body.appendChild(button(say('wait.read'), { class: 'btn big', onclick: () => new Viewer(room, '', null).open() }, icon('files')));
  } else body.appendChild(h('p', {}, say('wait.case-none')));
  const screen = { title: say('wait.title'), sub: both(room.state.title), node: body };
  screen.update = () => fill(here, say('wait.here', { here: room.state.here, people: room.state.people }));
  screen.update();
  return screen;
}

/** The indicators of a whole-case round. `stateOf(code)` gives [word, done]. */
export function listScreen(room, words, note, stateOf, choose, extra) {
  const codes = room.state.round.indicators, count = h('p', { class: 'soft' }), rows = h('ul', { class: 'rows' });
  const screen = { title: say('list.title'), sub: roundLine(room, words), node: h('div', { class: 'scroll' }, note ? h('p', {}, note) : null, count, rows, extra) };
  screen.update = () => {
    const states = codes.map((code) => stateOf(code)), done = states.filter((one) => one[1]).length;
    const drawn = JSON.stringify(states);
    if (drawn === screen.drawn) return;
    screen.drawn = drawn;
    fill(count, done === codes.length ? say('list.all') : say('list.count', { n: done, of: codes.length }));
    if (!screen.counts) count.hidden = screen.counts === false;
    fill(rows, codes.map((code, i) => {
      const indicator = room.indicator(code);
      return h('li', {}, h('button', { type: 'button', class: 'row', 'data-code': code, onclick: () => choose(code) }, states[i][1] ? icon('check', 'good') : h('span', { class: 'empty-ring' }),
        h('span', { class: 'grow' }, nameOf(indicator), h('span', { class: 'soft line2' }, code + ', ' + states[i][0]))));
    }));
  };
  screen.update();
  return screen;
}

/** What a group should know before it decides: how far apart it was, and who sends. */
function beforeDeciding(room, code) {
  const one = (room.you.group_first || []).find((first) => first.indicator === code);
  const low = one && one.lowest, high = one && one.highest;
  const range = one && low !== undefined ? say('group.first') + ': ' + say(low === high ? 'group.same' : 'group.range', { low, high }) : '';
  const words = [room.isShared() ? '' : say('group.speaks'), range].filter(Boolean).join(' ');
  return words ? h('p', { class: 'soft small above' }, words) : null;
}

/** `o`: kind, who, note, button, after(): what comes when it is sent; parts for a shared computer. */
export function formScreen(room, code, o) {
  const indicator = room.indicator(code), round = room.state.round, viewer = new Viewer(room, code, null);
  const key = [o.kind, round.number, code, o.kind === 'group' ? 'g' + o.who : o.who].join('|');
  const mine = o.again ? { vote: null, status: '' } : room.mine(o.kind, code, o.who), draft = room.draft(key);
  const from = mine.lost || mine.vote;
  if (from && draft.confidence === null && draft.score === null) Object.assign(draft, { score: from.score === undefined ? null : from.score, verdict: from.verdict || null,
    confidence: from.confidence, reason: from.reason || '', members: from.members ? from.members.slice() : null });
  if (o.members && !draft.members) draft.members = [];
  const above = h('div', {});
  const form = new VoteForm({ room, indicator, draft, kind: o.kind, group: o.kind === 'group', members: o.members, note: o.note, small: !o.members, button: o.button || (mine.vote ? 'vote.send-change' : 'vote.send'),
    send: (parts) => {
      const vote = Object.assign({ round: round.number, indicator: code, kind: o.kind }, o.kind === 'group' ? { group: o.who } : { seat: o.who }, parts);
      room.vote(vote);
      o.after();
    } });
  const below = h('div', { class: 'below' }, above, form.node);
  const screen = { title: o.title || nameOf(indicator), sub: o.sub || roundLine(room, say(o.kind === 'group' ? 'phase.group' : 'phase.' + o.kind + '-vote')), node: split(viewer, below), timer: true,
    tool: taskButton(room, indicator), fixed: true };
  if (mine.status === 'refused') form.problem.textContent = refusal(mine.reason);
  screen.update = (what) => {
    if (what !== 'state') viewer.update();
    if (o.kind === 'group' && (!what || what === 'you')) fill(above, beforeDeciding(room, code));
  };
  screen.update();
  return screen;
}

export function refusal(reason) {
  const keys = ['no-vote-open', 'not-this-round', 'seat-taken', 'unknown-seat', 'reason-too-long', 'wrong-kind', 'room-over'];
  return say(keys.indexOf(reason) >= 0 ? 'refused.' + reason : 'refused.other');
}

/** After sending: what was sent, whether it is kept, the reason that may follow, the way back. */
export function sentScreen(room, code, o) {
  const indicator = room.indicator(code), viewer = new Viewer(room, code, null), group = o.kind === 'group';
  const state = h('h2', { class: 'sent-state' }), note = h('p', { class: 'soft small' }), chips = h('div', {}), count = h('p', { class: 'soft small' });
  const id = 'late-reason', input = h('input', { id, type: 'text', class: 'line', maxlength: 300, autocomplete: 'off', placeholder: say('vote.reason-hint') });
  const vote = room.mine(o.kind, code, o.who).vote;
  input.value = vote ? vote.reason || '' : '';
  const save = () => {
    const last = room.mine(o.kind, code, o.who).vote, again = { round: last.round, indicator: code, kind: o.kind, confidence: last.confidence, reason: oneLine(input.value) };
    for (const name of ['score', 'verdict', 'members', 'seat', 'group']) if (last[name] !== undefined && last[name] !== null) again[name] = last[name];
    room.vote(again);
    announce(say('sent.pending'));
  };
  const follow = h('form', { class: 'follow', novalidate: true, onsubmit: (event) => { event.preventDefault(); save(); } }, h('label', { for: id, class: 'label' }, say('vote.reason')),
    h('div', { class: 'side' }, input, h('button', { type: 'submit', class: 'btn' }, say('vote.reason-save'))));
  const below = h('div', { class: 'below' }, h('div', { class: 'parts' }, state, note, chips, follow),
    h('div', { class: 'foot' }, button(say(group ? 'group.change' : 'sent.change'), { class: 'btn big', onclick: o.change }, icon('pen')), h('div', { class: 'under' }, count)));
  const screen = { title: nameOf(indicator), sub: roundLine(room, say(group ? 'phase.group' : 'phase.' + o.kind + '-vote')), node: split(viewer, below), timer: true, tool: taskButton(room, indicator), fixed: true };
  screen.update = (what) => {
    if (what !== 'state') viewer.update();
    const now = room.mine(o.kind, code, o.who), kept = now.status === 'kept', words = say((group ? 'sent.group-' : 'sent.') + (kept ? 'kept' : 'pending'));
    if (state.textContent !== words) {
      if (kept && screen.drawn) announce(words);
      fill(state, icon(kept ? 'ok' : 'clock'), words);
      state.className = 'sent-state ' + (kept ? 'good' : '');
      fill(note, kept ? say('vote.change-note') : say('sent.pending-note'));
    }
    screen.drawn = true;
    if (now.vote) fill(chips, voteChips(room, now.vote));
    fill(count, say('sent.count', { votes: room.state.round.votes, of: room.state.round.of }));
  };
  screen.update();
  return screen;
}

export function closedScreen(room, kind, who) {
  const codes = room.state.round.indicators, body = h('div', { class: 'scroll' }, h('p', {}, say('closed.note')));
  const rows = who === null ? [] : codes.map((code) => {
    const mine = room.mine(kind, code, who);
    if (!mine.vote && mine.status !== 'refused') return null;
    return h('div', { class: 'card' }, codes.length > 1 ? h('h2', { class: 'sub' }, nameOf(room.indicator(code))) : h('h2', { class: 'sub' }, say(kind === 'first' ? 'shown.your-vote' : 'shown.your-second')),
      mine.status === 'refused' ? h('p', { class: 'warn' }, icon('info'), say('sent.refused') + '. ' + refusal(mine.reason)) : null, mine.vote ? voteChips(room, mine.vote) : null);
  }).filter(Boolean);
  if (rows.length) for (const row of rows) body.appendChild(row);
  else if (who !== null) body.appendChild(h('p', { class: 'soft' }, say('closed.none')));
  body.appendChild(button(say('wait.read'), { class: 'btn big', onclick: () => new Viewer(room, codes[0], null).open() }, icon('files')));
  return { title: say('closed.title'), sub: roundLine(room, say('phase.' + (kind === 'first' ? 'first-vote' : 'second-vote'))), node: body, update: () => {} };
}

function verdictLine(room, tally) {
  if (!tally || !tally.verdicts) return null;
  return h('div', {}, h('h2', { class: 'sub' }, say('shown.verdicts')), h('p', { class: 'chips' }, room.kase.verdicts.map((one, i) =>
    h('span', { class: 'chip ' + verdictTint(one.id) }, verdictIcon(one.id), verdictName(room.kase, one.id) + ' ' + (tally.verdicts[i] || 0)))));
}

/** What the votes look like: bars, or only from where to where. */
export function distribution(room, code, who, reference) {
  const indicator = room.indicator(code), tallies = [room.tally(code, 'first'), room.tally(code, 'second')].filter(Boolean);
  if (!tallies.length) return h('p', { class: 'soft' }, say('shown.not-yet'));
  const of = (kind) => (who === null ? null : room.mine(kind, code, who).vote), score = (vote) => (vote ? vote.score : undefined);
  const drawn = tallies.filter((one) => one.scores && one.scores.length), last = tallies[tallies.length - 1], first = tallies[0];
  let chart = null;
  if (indicator.scores.length && drawn.length) chart = [barLegend(drawn), scoreBars(indicator.scores, drawn, drawn.map((one) => score(of(one.kind))), reference)];
  else if (indicator.scores.length && first.lowest !== undefined && first.lowest !== null) {
    chart = [spread(indicator.scores, first.lowest, first.highest), h('p', {}, say(first.lowest === first.highest ? 'shown.one-score' : 'shown.spread', { low: first.lowest, high: first.highest }))];
  }
  const met = last.consensus === true ? h('p', { class: 'good' }, icon('ok'), say('shown.consensus', { n: room.kase.consensus })) : null;
  return h('div', {}, chart, met, verdictLine(room, last));
}

function ownVotes(room, code, who) {
  const rows = ['first', 'second'].map((kind) => {
    const vote = room.mine(kind, code, who).vote;
    return vote ? h('div', {}, h('h2', { class: 'sub' }, say(kind === 'first' ? 'shown.your-vote' : 'shown.your-second')), voteChips(room, vote), vote.reason ? h('p', { class: 'quote' }, vote.reason) : null) : null;
  }).filter(Boolean);
  return rows.length ? h('div', { class: 'card' }, rows) : h('p', { class: 'soft' }, say('shown.none'));
}

export function groupFirst(room, code) {
  const one = (room.you.group_first || []).find((first) => first.indicator === code), indicator = room.indicator(code);
  if (!one || one.lowest === undefined || !indicator.scores.length) return null;
  const low = one.lowest, high = one.highest, n = (one.scores || []).reduce((all, pair) => all + pair[1], 0);
  const words = say(low === high ? 'group.same' : room.phase() === 'reference-shown' ? 'group.only-range' : 'group.range', { low, high });
  return h('div', { class: 'group-first' }, h('div', { class: 'pair' }, h('h2', { class: 'sub' }, say('group.first')), n ? h('span', { class: 'soft small' }, say('group.without-names', { n })) : null),
    one.scores ? rings(indicator.scores, one.scores, words) : spread(indicator.scores, low, high), h('p', { class: 'soft small' }, words));
}

/** Votes shown and discussion. `who` null: a shared computer, where no single vote is shown. */
export function shownScreen(room, code, who) {
  const indicator = room.indicator(code), talk = room.phase() === 'discussion', viewer = talk ? new Viewer(room, code, null) : null;
  const result = h('div', {}), group = h('div', {}), own = h('div', {});
  const parts = h('div', talk ? { class: 'below scroll', role: 'region', tabindex: 0, 'aria-label': say('phase.discussion') } : { class: 'scroll' }, talk ? h('p', { class: 'soft' }, say('shown.talk')) : null, result, group, own,
    talk ? null : button(say('wait.read'), { class: 'btn big', onclick: () => new Viewer(room, code, null).open() }, icon('files')), h('p', { class: 'soft small' }, say('shown.next')));
  const screen = { title: nameOf(indicator), sub: roundLine(room, say('phase.' + room.phase())), node: talk ? split(viewer, parts) : parts, timer: true, tool: taskButton(room, indicator), fixed: talk };
  screen.update = (what) => {
    if (viewer && what !== 'state') viewer.update();
    const drawn = JSON.stringify([room.state.tallies, room.you.votes, room.you.group_first]);
    if (drawn === screen.drawn) return;
    screen.drawn = drawn;
    fill(result, distribution(room, code, who));
    fill(group, groupFirst(room, code));
    fill(own, who === null ? null : ownVotes(room, code, who));
  };
  screen.update();
  return screen;
}

/** For those of a group whose spokesperson sends the decision. */
export function groupWatchScreen(room, code) {
  const viewer = new Viewer(room, code, null), decision = h('div', {}), first = h('div', {});
  const below = h('div', { class: 'below scroll', role: 'region', tabindex: 0, 'aria-label': say('group.decision') }, h('p', {}, say('group.other-sends')), decision, first);
  const screen = { title: nameOf(room.indicator(code)), sub: roundLine(room, say('phase.group')), node: split(viewer, below), timer: true, tool: taskButton(room, room.indicator(code)), fixed: true };
  screen.update = (what) => {
    if (what !== 'state') viewer.update();
    const vote = room.mine('group', code, room.you.group).vote, drawn = JSON.stringify([vote, room.you.group_first]);
    if (drawn === screen.drawn) return;
    screen.drawn = drawn;
    fill(decision, h('div', { class: 'card' }, h('h2', { class: 'sub' }, say('group.decision')), vote ? [voteChips(room, vote), h('p', { class: 'soft small' }, say('group.agreed', { seats: (vote.members || []).join(', ') }))] : h('p', { class: 'soft' }, say('group.none-yet'))));
    fill(first, groupFirst(room, code));
  };
  screen.update();
  return screen;
}
