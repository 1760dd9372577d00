// The page for everyone: which screen stands, the bar above it, the focus, the covers, what is said aloud.
import { announce, button, fill, h, icon, lang, minutes, say, setLang } from '/dom.js';
import { Dialog, closeDialogs, dialogOpen } from '/dialog.js';
import { joinScreen, plainScreen } from '/joining.js';
import { Room } from '/room.js';
import { closedScreen, formScreen, groupWatchScreen, listScreen, nameOf, sentScreen, shownScreen, waitScreen } from '/rounds.js';
import { referenceScreen } from '/debrief.js';
import { alone, aloneSub, coverScreen } from '/shared.js';

const IDLE = 60000, LONG = 12000;

class App {
  constructor() {
    this.top = document.getElementById('top');
    this.banner = document.getElementById('banner');
    this.main = document.getElementById('main');
    this.view = { round: 0, code: '', editing: '', seat: '', again: false, note: '' };
    this.key = '';
    this.screen = null;
    this.asked = 0;
    this.touched = performance.now();
    this.room = new Room((what) => this.changed(what));
    for (const event of ['keydown', 'pointerdown', 'touchstart', 'scroll', 'input']) {
      document.addEventListener(event, () => { this.touched = performance.now(); }, { capture: true, passive: true });
    }
    window.setInterval(() => this.tick(), 500);
  }

  start() {
    setLang(lang(), false);
    this.changed('start');
    this.room.start();
  }

  changed(what) {
    if (!this.room) return;
    if (what === 'back') {
      announce(say('link.back'));
      return;
    }
    this.links();
    const [key, make] = this.pick();
    const named = lang() + '|' + key;
    if (named !== this.key) this.show(named, make);
    else if (this.screen.update) this.screen.update(what);
    this.time();
    this.ask();
  }

  // ---------------------------------------------------------------------------------------- which screen
  pick() {
    const room = this.room;
    if (room.where === 'over') return ['over', () => plainScreen(say('over.title'), say('over.note'), say('over.button'), () => room.again())];
    if (room.where === 'freed') return ['freed', () => plainScreen(say('freed.title'), say('freed.note'), say('freed.button'), () => room.again())];
    if (room.where === 'code') return ['join', () => joinScreen(room)];
    if (!room.you || !room.state) return ['connecting', () => plainScreen(say('link.connecting'), '', '', null)];
    const round = room.state.round;
    if (!round || !room.kase || !round.indicators.every((code) => room.indicator(code))) {
      return ['wait|' + (room.kase ? room.kase.version : 0) + '|' + room.you.seats.join(), () => waitScreen(room)];
    }
    if (round.number !== this.view.round || round.phase !== this.view.phase) Object.assign(this.view, { round: round.number, phase: round.phase, editing: '', seat: '', again: false, together: false, note: '', code: '' });
    const picked = round.phase === 'first-vote' || round.phase === 'second-vote' ? this.pickVote(round) : this.pickAfter(round);
    return [[round.number, round.phase, picked[0]].join('|'), picked[1]];
  }

  single(round) { return round.indicators.length === 1 ? round.indicators[0] : round.indicators.indexOf(this.view.code) >= 0 ? this.view.code : ''; }

  choose(code) {
    Object.assign(this.view, { code, editing: '' });
    this.changed('choose');
  }

  pickVote(round) {
    const kind = round.phase === 'first-vote' ? 'first' : round.group_second ? 'group' : 'second', room = this.room;
    if (kind === 'group') return this.pickGroup(round);
    if (!round.voting) {
      this.view.seat = '';
      return ['closed', () => closedScreen(room, kind, room.isShared() ? null : room.seat())];
    }
    if (room.isShared()) return this.pickShared(round, kind);
    return this.pickForm(round, kind, room.seat(), 'phase.' + kind + '-vote');
  }

  pickForm(round, kind, who, words) {
    const room = this.room, code = this.single(round), many = round.indicators.length > 1;
    const stateOf = (one) => {
      const mine = room.mine(kind, one, who), done = mine.status === 'kept' || mine.status === 'pending';
      return [mine.status === 'refused' ? say('sent.refused') : say(done ? 'list.done' : 'list.todo'), done];
    };
    if (!code) return ['list', () => listScreen(room, say(words), '', stateOf, (one) => this.choose(one))];
    const mine = room.mine(kind, code, who), editing = this.view.editing === code || mine.status === '' || mine.status === 'refused';
    if (!editing) return ['sent|' + code, () => sentScreen(room, code, { kind, who, change: () => { this.view.editing = code; this.changed('edit'); } })];
    const next = () => {
      const open = many ? round.indicators.find((one) => one !== code && !stateOf(one)[1]) : '';
      const was = this.view.editing === code;
      this.view.editing = '';
      if (many && !was) this.view.code = open || '';
      if (open && !was) announce(say('list.next', { title: nameOf(room.indicator(open)) }));
      this.changed('sent');
    };
    const group = kind === 'group';
    return ['form|' + code + '|' + mine.status.replace('pending', 'kept'), () => formScreen(room, code, { kind, who, after: next, note: say(group ? 'group.note' : 'vote.change-note'), members: group ? room.you.members || room.you.seats : null,
      button: group ? (room.isShared() ? 'group.save' : 'group.send') : null, title: group && room.isShared() ? say('group.together', { n: room.you.group }) : '' })];
  }

  pickGroup(round) {
    const room = this.room, sends = room.isShared() || room.you.speaks;
    if (!round.voting) return ['closed', () => closedScreen(room, 'group', room.you.group)];
    if (sends) return this.pickForm(round, 'group', room.you.group, 'phase.group');
    const code = this.single(round);
    if (code) return ['watch|' + code, () => groupWatchScreen(room, code)];
    return ['list', () => listScreen(room, say('phase.group'), '', (one) => this.groupState(one), (one) => this.choose(one))];
  }

  groupState(code) {
    const vote = this.room.mine('group', code, this.room.you.group).vote;
    return [say(vote ? 'list.done' : 'list.todo'), Boolean(vote)];
  }

  // -------------------------------------------------------------------------------------- shared computer
  pickShared(round, kind) {
    const room = this.room, view = this.view;
    const next = room.you.seats.find((seat) => !room.hasVoted(seat, kind)) || '';
    if (view.together) return this.pickForm(round, 'group', room.you.group, 'phase.group');
    if (!view.seat) return ['cover|' + next + '|' + view.note, () => coverScreen(room, { kind, next, note: view.note ? say(view.note) : '', together: kind === 'second' && room.you.group ? () => this.together() : null, iam: (seat, again) => this.uncover(seat, again) })];
    const seat = view.seat, done = view.sent || (view.sent = []), many = round.indicators.length > 1;
    const decided = (code) => done.indexOf(code) >= 0 || (!view.again && ['pending', 'kept'].indexOf(room.mine(kind, code, seat).status) >= 0);
    const code = this.single(round);
    if (!code) {
      const hide = button(say('cover.hide'), { class: 'btn big', onclick: () => this.cover('') }, icon('hidden'));
      return ['list|' + seat, () => Object.assign(listScreen(room, say('phase.' + kind + '-vote'), '', (one) => [say(decided(one) ? 'list.done' : 'list.todo'), decided(one)], (one) => this.choose(one), hide), { title: alone(seat) })];
    }
    const after = () => {
      done.push(code);
      const open = many ? round.indicators.find((one) => !decided(one)) : '';
      if (open) this.choose(open);
      else this.cover('cover.saved');
    };
    const follows = room.you.seats.find((one) => one !== seat && !room.hasVoted(one, kind));
    const last = round.indicators.every((one) => one === code || decided(one));
    const note = !last ? '' : follows ? say('vote.hide-next', { seat: follows }) : say('vote.hide-note');
    return ['form|' + seat + '|' + code, () => formScreen(room, code, { kind, who: seat, again: view.again, after, note, button: last ? 'vote.save-hide' : 'vote.save-next', title: alone(seat), sub: aloneSub(room, code, kind) })];
  }

  uncover(seat, again) {
    Object.assign(this.view, { seat, again, sent: [], code: '', note: '' });
    this.touched = performance.now();
    this.changed('uncover');
  }

  together() {
    Object.assign(this.view, { together: true, code: '', editing: '' });
    this.changed('together');
  }

  cover(note) {
    closeDialogs();
    Object.assign(this.view, { together: false, seat: '', again: false, sent: [], code: '', note });
    if (note) announce(say(note));
    this.changed('cover');
  }

  // --------------------------------------------------------------------------- after the votes are shown
  pickAfter(round) {
    const room = this.room, code = this.single(round), reference = round.phase === 'reference-shown';
    if (!code) {
      const stateOf = (one) => (reference ? [say(room.reference(one) ? 'list.reference' : 'list.not-shown'), Boolean(room.reference(one))] : [say('phase.votes-shown'), true]);
      return ['list', () => Object.assign(listScreen(room, say('phase.' + round.phase), say('list.results'), stateOf, (one) => this.choose(one)))];
    }
    if (!reference) return ['shown|' + code, () => shownScreen(room, code, room.isShared() ? null : room.seat())];
    if (!room.isShared()) return ['reference|' + code + '|' + Boolean(room.reference(code)), () => referenceScreen(room, code, null)];
    const view = { seat: this.view.seat, enter: (seat) => this.uncoverFeedback(seat), leave: () => this.leaveFeedback() };
    return ['reference|' + code + '|' + view.seat, () => referenceScreen(room, code, view)];
  }

  uncoverFeedback(seat) {
    this.view.seat = seat;
    this.touched = performance.now();
    this.changed('uncover');
  }

  leaveFeedback() {
    this.view.seat = '';
    this.changed('cover');
  }

  // ---------------------------------------------------------------------------------------------- drawing
  show(key, make) {
    const fresh = !this.screen;
    closeDialogs();
    this.key = key;
    this.screen = make();
    fill(this.main, this.screen.node);
    this.main.className = this.screen.fixed ? 'fixed' : '';
    this.main.scrollTop = 0;
    this.drawTop();
    const first = this.screen.focus ? this.screen.focus() : document.querySelector('.focus-first');
    if (!fresh && first) first.focus();
  }

  drawTop() {
    const screen = this.screen, round = this.room.state && this.room.state.round;
    const other = lang() === 'id' ? 'en' : 'id';
    const language = h('button', { type: 'button', class: 'round words', lang: other, 'aria-label': say('lang.other'), onclick: () => { setLang(other, true); this.changed('lang'); } }, say('lang.short'));
    const many = round && round.indicators.length > 1 && this.view.code && this.room.you && !screen.hideTop;
    const back = many ? h('button', { type: 'button', class: 'round', 'aria-label': say('list.back'), onclick: () => { this.view.editing = ''; this.choose(''); } }, icon('left')) : null;
    this.clock = h('span', { class: 'chip clock', role: 'timer', 'aria-label': say('timer'), hidden: true });
    fill(this.top, back, screen.hideTop ? h('span', { class: 'grow' }) : h('div', { class: 'titles' }, h('h1', { tabindex: -1, class: 'focus-first' }, screen.title), screen.sub ? h('p', {}, screen.sub) : null),
      screen.chip || null, screen.timer ? this.clock : null, screen.tool || null, language);
    this.top.className = screen.hideTop ? 'bare' : '';
    this.time();
  }

  time() {
    const left = this.room.left(), clock = this.clock;
    if (!clock) return;
    clock.hidden = left === null;
    if (left === null) return;
    const paused = !this.room.state.timer.running, words = minutes(left) + (paused ? ' ' + say('timer.paused') : '');
    if (clock.dataset.words !== words) {
      clock.dataset.words = words;
      fill(clock, icon('clock'), words);
    }
    clock.title = left <= 0 ? say('timer.over') : '';
  }

  links() {
    const room = this.room, since = room.lostSince ? performance.now() - room.lostSince : 0;
    const lost = room.status === 'lost' && since > 1500 && room.where !== 'over';
    const key = lost ? (since > LONG ? 'link.lost-long' : 'link.lost') : '';
    const drawn = key + lang() + (room.queue.length > 0);
    if (drawn === this.linked) return;
    this.linked = drawn;
    this.banner.hidden = !key;
    if (!key) return;
    fill(this.banner, icon('off'), h('span', { class: 'grow' }, say(key), room.queue.length ? ' ' + say('link.waiting-votes') : ''), button(say('link.now'), { class: 'btn small-btn', onclick: () => room.link.now() }));
    if (key === 'link.lost') announce(say(key));
  }

  ask() {
    const ask = this.room.you && this.room.you.ask;
    if (!ask || ask.ask === this.asked || dialogOpen()) return;
    this.asked = ask.ask;
    const dialog = new Dialog(say('ask.title'), 'wide ask');
    let said = false;
    const answer = (yes) => {
      if (said) return;
      said = true;
      dialog.close();
      this.room.answerName(ask.ask, yes);
    };
    dialog.body(ask.seat && this.room.isShared() ? h('h3', {}, say('join.verifier', { seat: ask.seat })) : null, h('p', {}, say('ask.text')), h('blockquote', { class: 'quote' }, ask.reason), h('p', { class: 'soft' }, say('ask.note')),
      h('div', { class: 'answers' }, button(say('ask.no'), { class: 'btn big', onclick: () => answer(false) }), button(say('ask.yes'), { class: 'btn big', onclick: () => answer(true) })));
    dialog.onclose = (moved) => {
      if (moved) this.asked = 0; // asked again on the next screen
      else answer(false);
    };
    dialog.open();
  }

  tick() {
    this.time();
    this.links();
    if (!this.room.isShared() || !this.view.seat || performance.now() - this.touched < IDLE) return;
    if (this.room.phase() === 'reference-shown') this.leaveFeedback();
    else this.cover('cover.idle');
  }
}

document.documentElement.setAttribute('data-begun', 'yes');
new App().start();

