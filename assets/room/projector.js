// The second screen. It shows what the host says it should show, and nothing else.
import { announce, both, fill, h, lang, minutes, s, say, setLang } from '/dom.js';
import { Link } from '/link.js';
import { verdictName } from '/form.js';

const app = document.getElementById('app'), controls = document.getElementById('controls');

class Projector {
  constructor() {
    this.token = location.hash.slice(1);
    this.screen = null;
    this.kase = { verdicts: [] };
    this.at = 0;
    this.over = false;
    this.lost = 0;
    const wanted = /[?&]lang=(id|en)\b/.exec(location.search);
    setLang(wanted ? wanted[1] : lang(), false);
    this.link = new Link(() => ({ t: 'projector', token: this.token }), (message) => this.take(message), (status) => this.linkIs(status));
  }

  start() {
    this.drawControls();
    if (!this.token) return this.note(say('big.no-token'));
    this.note(say('big.wait'));
    document.addEventListener('keydown', (event) => this.key(event));
    let hide = 0;
    document.addEventListener('pointermove', () => {
      controls.className = 'seen';
      window.clearTimeout(hide);
      hide = window.setTimeout(() => { controls.className = ''; }, 3000);
    });
    window.setInterval(() => this.tick(), 500);
    return this.link.open();
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'l' || event.key === 'L') this.switchLang();
    if (event.key === 'f' || event.key === 'F') this.full();
  }

  switchLang() {
    setLang(lang() === 'id' ? 'en' : 'id', false);
    this.drawControls();
    this.drawn = '';
    this.draw();
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  }

  drawControls() {
    const other = lang() === 'id' ? 'en' : 'id';
    fill(controls, h('button', { type: 'button', lang: other, 'aria-label': say('lang.other'), onclick: () => this.switchLang() }, say('lang.short')),
      h('button', { type: 'button', onclick: () => this.full() }, say('big.full')));
  }

  linkIs(status) {
    if (status === 'lost' && !this.lost) this.lost = performance.now();
    if (status === 'open') this.lost = 0;
  }

  take(message) {
    if (message.t === 'case') this.kase = message;
    if (message.t === 'bye') {
      this.over = true;
      this.link.end();
      this.note(say('big.over'));
    }
    if (message.t === 'need-code' || (message.t === 'error' && !this.screen)) this.note(say('big.no-token'));
    if (message.t !== 'screen') return;
    this.screen = message;
    this.at = performance.now();
    this.draw();
  }

  tick() {
    if (this.lost && performance.now() - this.lost > 5000 && !this.over) {
      this.note(say('big.lost'));
      this.drawn = '';
    } else this.time();
  }

  note(words) {
    if (this.noted === words) return;
    this.noted = words;
    fill(app, h('div', { class: 'middle' }, h('h1', {}, words)));
  }

  draw() {
    if (!this.screen || this.over) return;
    const words = JSON.stringify(this.screen) + lang();
    if (words === this.drawn) return;
    this.drawn = words;
    this.noted = '';
    this.clock = null;
    fill(app, ...this['show_' + this.screen.show]());
    this.time();
    if (this.screen.show !== this.said) announce(app.querySelector('h1') ? app.querySelector('h1').textContent : '');
    this.said = this.screen.show;
  }

  time() {
    const timer = this.screen && this.screen.state && this.screen.state.timer;
    if (!this.clock || !timer) return;
    const left = timer.running ? timer.left_ms - (performance.now() - this.at) : timer.left_ms;
    this.clock.textContent = say('big.time', { time: minutes(left) });
  }

  show_join() {
    const join = this.screen.join, code = join.code.slice(0, 3) + ' ' + join.code.slice(3);
    let n = 0;
    const step = (...kids) => h('p', { class: 'step' }, h('span', { class: 'num' }, String(++n)), h('span', {}, kids));
    return [h('div', { class: 'join' }, h('div', { class: 'steps' }, h('h1', {}, say('big.join')),
      join.wifi ? step(say('big.wifi') + ' ', h('span', { class: 'strong' }, join.wifi)) : null, step(say(join.qr ? 'big.scan' : 'big.open')),
      h('p', { class: join.address.length > 18 ? 'address long' : 'address' }, join.address), step(say('big.code')), h('p', { class: 'code' }, code)),
    join.qr ? this.qr(join.qr) : null), h('div', { class: 'ruled' }, h('p', { class: 'strong' }, say('big.here', { here: this.screen.here, people: this.screen.people })), this.cells())];
  }

  qr(code) {
    let path = '';
    code.rows.forEach((row, y) => { for (let x = 0; x < code.size; ++x) if (row[x] === '1') path += 'M' + x + ' ' + y + 'h1v1h-1z'; });
    const size = code.size + 8;
    return s('svg', { class: 'qr', viewBox: '-4 -4 ' + size + ' ' + size, role: 'img', 'aria-label': say('big.qr'), 'shape-rendering': 'crispEdges' }, s('path', { d: path }));
  }

  cells() {
    if (this.screen.people > 60) return null;
    const cells = [];
    for (let i = 0; i < this.screen.people; ++i) cells.push(h('span', { class: i < this.screen.here ? 'cell on' : 'cell' }));
    return h('div', { class: 'cells', 'aria-hidden': 'true' }, cells);
  }

  round() { return this.screen.state ? this.screen.state.round : null; }

  reason() {
    const reason = this.screen.reason;
    if (!reason || !reason.text) return null;
    return [h('h1', {}, say('big.reason')), h('div', { class: 'middle' }, h('p', { class: 'says' }, '“' + reason.text + '”'), h('p', { class: 'yellow strong' }, reason.name || say('big.somebody')))];
  }

  show_waiting() {
    const said = this.reason(), round = this.round(), indicator = this.screen.indicator;
    if (said) return said;
    this.clock = this.screen.state && this.screen.state.timer ? h('p', { class: 'strong' }) : null;
    const phase = round ? say(round.phase === 'second-vote' && round.group_second ? 'phase.group' : 'phase.' + round.phase) : '';
    const counting = round && (round.phase === 'first-vote' || round.phase === 'second-vote');
    return [h('h1', {}, indicator ? both(indicator.title) : both(this.screen.state && this.screen.state.title) || say('big.wait')),
      h('div', { class: 'middle' }, phase ? h('p', { class: 'yellow strong' }, phase) : null, counting ? h('p', { class: 'huge' }, round.votes + ' / ' + round.of) : null,
        counting ? h('p', {}, say('big.voted', { votes: round.votes, of: round.of })) : round && round.phase === 'discussion' ? h('p', {}, say('big.discuss')) : null),
      h('div', { class: 'ruled' }, h('p', { class: 'strong' }, say('big.here', { here: this.screen.here, people: this.screen.people })), this.clock)];
  }

  tallies() {
    const code = this.screen.indicator ? this.screen.indicator.code : '', all = (this.screen.state && this.screen.state.tallies) || [];
    return [true, false].map((first) => all.find((one) => one.indicator === code && (one.kind === 'first') === first)).filter(Boolean);
  }

  keys(tallies) {
    return h('div', { class: 'keys' }, tallies.map((one) => (one.kind === 'first' ? h('p', { class: 'key' }, h('span', { class: 'box' }), say('big.first', { n: one.votes }))
      : h('p', { class: 'key yellow strong' }, h('span', { class: 'box full' }), say('big.' + one.kind, { n: one.votes })))));
  }

  // Scores, or verdicts where none is scored. The axis is the same for both votes.
  series(tallies) {
    if (tallies.some((one) => one.scores && one.scores.length)) {
      const labels = Array.from(new Set([].concat(...tallies.map((one) => (one.scores || []).map((pair) => pair[0]))))).sort((a, b) => a - b);
      const count = (one, score) => { const pair = (one.scores || []).find((any) => any[0] === score); return pair ? pair[1] : 0; };
      return { labels: labels.map(String), rows: tallies.map((one) => ({ kind: one.kind, counts: labels.map((score) => count(one, score)) })) };
    }
    const verdicts = ['accept', 'return', 'reject'];
    if (!tallies.some((one) => one.verdicts)) return null;
    return { labels: verdicts.map((id) => say('verdict.' + id)), rows: tallies.map((one) => ({ kind: one.kind, counts: one.verdicts || [0, 0, 0] })) };
  }

  bars(data, height) {
    const wide = 1312, step = wide / data.labels.length, base = height - 84, most = Math.max(4, ...data.rows.map((one) => Math.max(...one.counts)));
    const bar = Math.min(78, step / 2 - 10), kids = [];
    const words = data.rows.map((row) => say(row.kind === 'first' ? 'phase.first-vote' : 'phase.second-vote') + ': ' + data.labels.map((label, i) => say('shown.bar', { score: label, n: row.counts[i] })).join(', ')).join('. ');
    data.labels.forEach((label, i) => {
      const centre = step * (i + 0.5);
      data.rows.forEach((row, k) => {
        const n = row.counts[i], tall = n * (base - 60) / most, x = centre + (k - data.rows.length / 2) * (bar + 8) + 4;
        if (n) kids.push(s('rect', row.kind === 'first' ? { class: 'bar1', x: x + 3, y: base - tall, width: bar - 6, height: tall, rx: 6 } : { class: 'bar2', x, y: base - tall, width: bar, height: tall, rx: 6 }));
        kids.push(s('text', { class: 'count' + (row.kind === 'first' ? '' : ' yellow'), x: x + bar / 2, y: base - tall - 16 }, String(n)));
      });
      const is = this.mark === label;
      kids.push(s('text', { class: 'tick' + (is ? ' yellow' : ''), x: centre, y: base + 64 }, label));
      if (is) kids.push(s('rect', { x: centre - 62, y: base + 8, width: 124, height: 70, rx: 12, fill: 'none', stroke: '#FFD60A', 'stroke-width': 6 }));
    });
    kids.push(s('path', { class: 'axis', d: 'M0 ' + (base + 2) + 'H' + wide }));
    return s('svg', { class: 'chart', viewBox: '0 0 ' + wide + ' ' + height, role: 'img', 'aria-label': words }, kids);
  }

  title(data) {
    const indicator = this.screen.indicator, name = indicator ? both(indicator.short) || both(indicator.title) : '';
    return h('h1', {}, say(data && data.labels.every((one) => /^\d+$/.test(one)) ? 'big.which-score' : 'big.which-verdict', { title: name }));
  }

  show_votes() {
    const said = this.reason(), tallies = this.tallies(), data = this.series(tallies);
    if (said) return said;
    this.mark = null;
    const one = tallies[0], last = tallies.length > 1 && this.screen.moved ? say('big.moved', { n: this.screen.moved }) : '';
    let middle = h('div', { class: 'grow' });
    if (data) middle = this.bars(data, 520);
    else if (one && one.lowest !== undefined && one.lowest !== null) {
      middle = h('div', { class: 'middle' }, h('p', { class: 'huge' }, one.lowest === one.highest ? String(one.lowest) : one.lowest + ' – ' + one.highest),
        h('p', {}, say(one.lowest === one.highest ? 'shown.one-score' : 'shown.spread', { low: one.lowest, high: one.highest })));
    }
    const asks = data || (one && one.lowest !== undefined);
    return [asks && !data ? h('h1', {}, say('big.which-score', { title: this.screen.indicator ? both(this.screen.indicator.title) : '' })) : this.title(data), this.keys(tallies), middle,
      h('div', { class: 'ruled' }, h('p', {}, last), h('p', { class: 'strong' }, say('big.why')))];
  }

  show_reference() {
    const said = this.reason(), code = this.screen.indicator ? this.screen.indicator.code : '';
    if (said) return said;
    const reference = ((this.screen.state && this.screen.state.references) || []).find((one) => one.indicator === code), tallies = this.tallies(), data = this.series(tallies);
    if (!reference) return this.show_waiting();
    const scored = reference.score !== undefined && reference.score !== null, verdict = reference.verdict ? verdictName(this.kase, reference.verdict) : '';
    this.mark = scored ? String(reference.score) : verdict;
    const what = scored ? reference.score + (verdict ? ', ' + verdict : '') : verdict;
    return [h('h1', {}, this.screen.indicator ? both(this.screen.indicator.short) || both(this.screen.indicator.title) : ''), h('div', { class: 'answers' }, h('p', { class: 'yellow answer' }, say('big.reference', { what })), this.screen.moved ? h('p', {}, say('big.moved', { n: this.screen.moved })) : null), this.keys(tallies),
      data ? this.bars(data, 400) : h('div', { class: 'grow' }), h('p', { class: 'why' }, both(reference.why))];
  }
}

document.documentElement.setAttribute('data-begun', 'yes');
new Projector().start();
