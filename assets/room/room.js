// What this device knows of the room, and what it sends. Screens read it; nothing here draws.
import { Link } from '/link.js';
import { Pages } from '/pages.js';
import { randomId, store, stored } from '/store.js';

export const voteKey = (kind, round, indicator, who) => [kind, round, indicator, who].join('|');
const keyOf = (vote) => voteKey(vote.kind, vote.round, vote.indicator, vote.kind === 'group' ? 'g' + vote.group : vote.seat);
const RETRY = 3000;

export class Room {
  constructor(onChange) {
    this.onChange = onChange;
    this.status = 'connecting';
    this.lostSince = 0;
    this.where = 'start';           // start, code, in, freed, over
    this.token = stored('token');
    this.join = { code: '', groups: null, wrong: false, refused: '', busy: false };
    this.kase = null;
    this.state = null;
    this.stateAt = 0;
    this.you = null;
    this.queue = stored('queue') || [];
    this.sent = {};
    this.drafts = stored('drafts') || {};
    this.ready = false;             // the host has said who we are on this connection
    for (const vote of this.queue) this.sent[keyOf(vote)] = { vote, status: 'pending', reason: '' };
    this.pages = new Pages(() => this.token, () => this.onChange('pages'));
    this.link = new Link(() => this.hello(), (message) => this.take(message), (status) => this.linkIs(status));
  }

  start() {
    const code = /^#(\d{6})$/.exec(location.hash);
    if (code) {
      this.join.code = code[1];
      history.replaceState(null, '', location.pathname + location.search);
    }
    this.link.open();
  }

  hello() {
    const message = { t: 'hello', protocol: 1 };
    if (this.token) message.token = this.token;
    return message;
  }

  linkIs(status) {
    this.status = status;
    if (status !== 'open') this.ready = false;
    if (status === 'lost' && !this.lostSince) this.lostSince = performance.now();
    if (status === 'lost') this.join.busy = false;
    this.onChange('link');
  }

  take(message) {
    const handler = this['on_' + String(message.t).replace(/-/g, '_')];
    if (this.lostSince && message.t !== 'error') {
      this.lostSince = 0;
      this.onChange('back');
    }
    if (handler) {
      handler.call(this, message);
      this.onChange(message.t);
    }
  }

  on_need_code() {
    this.forget();
    if (this.where !== 'freed') this.where = 'code';
    if (this.join.code.length === 6) this.askSeats(this.join.code);
  }

  on_wrong_code() { Object.assign(this.join, { wrong: true, busy: false, groups: null }); }

  on_seats(message) { Object.assign(this.join, { groups: message.groups, busy: false, wrong: false }); }

  on_joined(message) {
    if (message.token) {
      this.token = message.token;
      store('token', message.token);
    }
    this.where = 'in';
    Object.assign(this.join, { busy: false, refused: '' });
    this.queue = this.queue.filter((vote) => vote.kind === 'group' || message.seats.indexOf(vote.seat) >= 0);
    store('queue', this.queue);
    if (this.kase) this.pages.want(this.kase);
  }

  on_case(message) {
    this.kase = message;
    if (this.token) this.pages.want(message);
  }

  on_state(message) {
    const before = this.state && this.state.round ? this.state.round.number : 0;
    this.state = message;
    this.stateAt = performance.now();
    const number = message.round ? message.round.number : 0;
    if (number !== before) this.prune(number);
    if (message.over) this.where = 'over';
    if (message.round && this.kase) this.pages.first(this.kase, message.round.indicators);
  }

  on_you(message) {
    this.you = message;
    this.where = 'in';
    for (const vote of (message.votes || []).concat(message.group_votes || [])) {
      const entry = this.sent[keyOf(vote)];
      if (entry && entry.status === 'kept') delete this.sent[keyOf(vote)];
    }
    if (!this.ready) {
      this.ready = true;
      for (const vote of this.queue) this.transmit(vote);
    }
  }

  on_kept(message) { this.settle(message.id, 'kept', ''); }

  on_refused(message) {
    if (message.id) this.settle(message.id, 'refused', message.reason);
    else Object.assign(this.join, { refused: message.reason, busy: false });
    if (!message.id && this.join.code) this.link.send({ t: 'code', code: this.join.code });
  }

  on_failed(message) {
    if (!message.id) {
      Object.assign(this.join, { refused: 'other', busy: false });
      return;
    }
    window.setTimeout(() => {
      const vote = this.queue.find((one) => one.id === message.id);
      if (vote) this.transmit(vote);
    }, RETRY);
  }

  on_freed() {
    this.forget();
    this.where = 'freed';
  }

  on_bye() {
    this.where = 'over';
    this.link.end();
  }

  // What the server could not read will not be read the next time either; only a flood is worth waiting for.
  on_error() { this.join.busy = false; }

  forget() {
    this.token = null;
    this.you = null;
    this.ready = false;
    this.queue = [];
    this.sent = {};
    this.drafts = {};
    for (const name of ['token', 'queue', 'drafts']) store(name, null);
  }

  prune(round) {
    const mine = (key) => Number(key.split('|')[1]) === round;
    for (const key of Object.keys(this.sent)) if (!mine(key) && this.sent[key].status !== 'pending') delete this.sent[key];
    for (const key of Object.keys(this.drafts)) if (!mine(key)) delete this.drafts[key];
    this.keepDrafts();
  }

  settle(id, status, reason) {
    const vote = this.queue.find((one) => one.id === id);
    if (!vote) return;
    this.queue = this.queue.filter((one) => one.id !== id);
    store('queue', this.queue);
    // What members of a shared computer chose is not needed once the host has it.
    const folded = status === 'kept' && vote.kind !== 'group' && this.isShared();
    this.sent[keyOf(vote)] = { vote: folded ? null : vote, status, reason };
  }

  askSeats(code) {
    Object.assign(this.join, { code, wrong: false, busy: this.link.send({ t: 'code', code }), refused: '' });
    this.onChange('join');
  }

  takeSeat(seat) { this.takePlace({ t: 'take', code: this.join.code, seat }); }
  takeGroup(group) { this.takePlace({ t: 'take', code: this.join.code, group }); }

  takePlace(message) {
    Object.assign(this.join, { refused: '', busy: this.link.send(message) });
    this.onChange('join');
  }

  again() {
    this.where = this.where === 'over' ? 'start' : 'code';
    this.join.groups = null;
    this.join.code = '';
    this.link.ended = false;
    this.link.now();
    this.onChange('join');
  }

  /** Keeps a vote until the host has it; one of the same kind that is still on its way is replaced. */
  vote(what) {
    const vote = Object.assign({ t: 'vote', id: randomId() }, what);
    const key = keyOf(vote);
    this.queue = this.queue.filter((one) => keyOf(one) !== key).concat([vote]);
    store('queue', this.queue);
    this.sent[key] = { vote, status: 'pending', reason: '' };
    delete this.drafts[key];
    this.keepDrafts();
    if (this.ready) this.transmit(vote);
    this.onChange('vote');
  }

  transmit(vote) {
    if (this.link.send(vote)) this.link.expect();
  }

  answerName(ask, yes) {
    this.link.send({ t: 'name', ask, yes });
    if (this.you) this.you.ask = null;
    this.onChange('you');
  }

  draft(key) { return this.drafts[key] || (this.drafts[key] = { score: null, verdict: null, confidence: null, reason: '', members: null }); }

  // On a shared computer nothing that is not sent is kept in the browser.
  keepDrafts() { store('drafts', this.isShared() ? null : this.drafts); }

  isShared() { return Boolean(this.you) && this.you.way === 'shared'; }
  seat() { return this.you && this.you.seats.length ? this.you.seats[0] : ''; }
  phase() { return this.state && this.state.round ? this.state.round.phase : 'briefing'; }
  indicator(code) { return this.kase ? this.kase.indicators.find((one) => one.code === code) : undefined; }
  evidence(id) { return this.kase ? this.kase.evidence.find((one) => one.id === id) : undefined; }

  /** {vote, status: 'pending' | 'kept' | 'refused' | '', reason}: the last vote of this kind that counts or is on its way. */
  mine(kind, indicator, who) {
    const round = this.state && this.state.round ? this.state.round.number : 0;
    const entry = this.sent[voteKey(kind, round, indicator, who)];
    const list = this.you ? (kind === 'group' ? this.you.group_votes : this.you.votes) || [] : [];
    const kept = list.find((vote) => vote.indicator === indicator && vote.kind === kind && vote.round === round &&
      (kind === 'group' || vote.seat === who));
    if (entry && entry.status === 'refused') return { vote: kept || null, status: 'refused', reason: entry.reason, lost: entry.vote };
    if (entry) return entry;
    return { vote: kept || null, status: kept ? 'kept' : '', reason: '' };
  }

  /** Whether a seat of a shared computer has voted on everything of this round, as far as this device or the host knows. */
  hasVoted(seat, kind) {
    const round = this.state && this.state.round;
    if (!round) return false;
    if (this.you && (this.you.voted || []).indexOf(seat) >= 0) return true;
    return round.indicators.every((code) => {
      const status = this.mine(kind, code, seat).status;
      return status === 'pending' || status === 'kept';
    });
  }

  /** `kind`: 'first', or 'second' for what came after the discussion, also where groups decided. */
  tally(indicator, kind) {
    const fits = (one) => one.indicator === indicator && (one.kind === 'first') === (kind === 'first');
    return this.state ? (this.state.tallies || []).find(fits) : undefined;
  }

  reference(indicator) { return this.state ? (this.state.references || []).find((one) => one.indicator === indicator) : undefined; }

  /** Milliseconds left by the clock that cannot be set; null without a timer. */
  left() {
    const timer = this.state && this.state.timer;
    if (!timer) return null;
    return timer.running ? timer.left_ms - (performance.now() - this.stateAt) : timer.left_ms;
  }
}
