// The evidence: one sheet at a time, turning pages through the documents of an indicator, the choice of documents, the full screen.
import { both, fill, h, icon, say } from '/dom.js';
import { Dialog } from '/dialog.js';
import { paper } from '/paper.js';

const SIZES = 5;

/** Where somebody was reading, by indicator (or "" for the whole case). */
const places = {};

export class Viewer {
  /** `code`: the indicator whose documents come first, or ''. `range`: a passage to show: {evidence, page, range}. */
  constructor(room, code, passage) {
    this.room = room;
    this.code = code;
    this.passage = passage || null;
    this.size = 1;
    this.place = this.first();
    this.stage = h('div', { class: 'stage', role: 'region', tabindex: 0 });
    this.title = h('span', { class: 'v-title' });
    this.node = h('section', { class: 'viewer', 'aria-label': say('page.evidence') }, this.stage, this.bar(false));
    this.swipes(this.stage);
    this.draw();
  }

  ids() {
    const indicator = this.code ? this.room.indicator(this.code) : null;
    const all = this.room.kase ? this.room.kase.evidence.map((one) => one.id) : [];
    if (!indicator) return all;
    return indicator.evidence.filter((id) => all.indexOf(id) >= 0);
  }

  first() {
    if (this.passage) return { id: this.passage.evidence, n: this.passage.page };
    const kept = places[this.code], ids = this.ids();
    if (kept && this.room.evidence(kept.id)) return kept;
    const start = ids.length ? this.room.evidence(ids[0]) : null;
    return start && start.pages.length ? { id: start.id, n: start.pages[0].n } : null;
  }

  // All sheets in the order in which they are turned; a document from elsewhere is turned alone.
  run() {
    const ids = this.ids(), list = [];
    const wanted = this.place && ids.indexOf(this.place.id) < 0 ? [this.place.id] : ids;
    for (const id of wanted) for (const sheet of this.room.evidence(id).pages) list.push({ id, n: sheet.n });
    return list;
  }

  placeInRun() { return this.run().findIndex((one) => this.place && one.id === this.place.id && one.n === this.place.n); }

  turn(by) {
    const list = this.run(), to = this.placeInRun() + by;
    if (to >= 0 && to < list.length) this.show(list[to]);
  }

  show(place) {
    this.place = place;
    if (!this.passage) places[this.code] = place;
    this.draw();
    this.stage.scrollTop = 0;
  }

  bar(whole) {
    this.back = h('button', { type: 'button', class: 'round', onclick: () => this.turn(-1), 'aria-label': say('page.previous') }, icon('left'));
    this.on = h('button', { type: 'button', class: 'round', onclick: () => this.turn(1), 'aria-label': say('page.next') }, icon('right'));
    const files = h('button', { type: 'button', class: 'plain', onclick: () => this.choose() }, icon('files'),
      h('span', { class: 'v-files' }, say('page.files', { n: this.ids().length })));
    const full = whole ? null : h('button', { type: 'button', class: 'plain', onclick: () => this.open(), 'aria-label': say('page.full') }, icon('full'),
      h('span', { class: 'v-full' }, say('page.full')));
    return h('div', { class: 'v-bar' }, this.back, this.title, this.on, h('span', { class: 'grow' }), files, full);
  }

  draw() {
    const document = this.place ? this.room.evidence(this.place.id) : null;
    if (!document) {
      fill(this.stage, h('p', { class: 'v-note' }, say('page.none')));
      this.title.textContent = '';
      return;
    }
    const of = document.pages.length, words = say('page.of', { title: both(document.title), n: this.place.n, of });
    this.stage.setAttribute('aria-label', words);
    fill(this.title, h('span', { class: 'v-name' }, both(document.title)), h('span', { class: 'v-page' }, say('page.short', { n: this.place.n, of })));
    const at = this.placeInRun();
    this.back.disabled = at <= 0;
    this.on.disabled = at >= this.run().length - 1;
    const sheet = this.room.pages.get(this.place.id, this.place.n);
    this.drawn = sheet && sheet.state;
    fill(this.stage, h('div', { class: 'sheet size' + this.size }, this.sheet(document, sheet)));
    const mark = this.stage.querySelector('mark');
    if (mark && this.passage) this.stage.scrollTop = Math.max(0, mark.offsetTop - 60);
  }

  sheet(document, sheet) {
    if (!sheet || sheet.state !== 'ready') return h('p', { class: 'v-note' }, say(sheet && sheet.state === 'missing' ? 'page.missing' : 'page.loading'));
    const here = this.passage && this.passage.evidence === this.place.id && this.passage.page === this.place.n;
    const drawn = sheet.page.picture && sheet.url ? null : paper(sheet.page, here ? this.passage.range : null);
    if (drawn) return drawn;
    const name = say('page.picture', { title: both(document.title), n: this.place.n });
    const words = paper(sheet.page, null);
    words.className = 'unseen';
    return [h('img', { class: 'picture', src: sheet.url, alt: name }), words];
  }

  /** Pages came, or documents were revealed. */
  update() {
    if (!this.place || !this.room.evidence(this.place.id)) this.place = this.first();
    const sheet = this.place ? this.room.pages.get(this.place.id, this.place.n) : null;
    if (!this.place || (sheet && sheet.state) !== this.drawn) this.draw();
    if (this.whole) this.whole.update();
  }

  choose() {
    const own = this.ids(), all = this.room.kase ? this.room.kase.evidence : [];
    const dialog = new Dialog(say('page.choose'), 'wide');
    const row = (one) => h('li', {}, h('button', { type: 'button', class: 'row', 'aria-current': this.place && this.place.id === one.id ? 'true' : null,
      onclick: () => { dialog.close(); this.show({ id: one.id, n: one.pages.length ? one.pages[0].n : 1 }); } },
    icon('files'), h('span', { class: 'grow' }, both(one.title)), h('span', { class: 'soft' }, say('page.pages', { n: one.pages.length }))));
    const part = (title, list) => (list.length ? [h('h3', {}, title), h('ul', { class: 'rows' }, list.map(row))] : null);
    dialog.body(this.code ? part(say('page.for-this'), all.filter((one) => own.indexOf(one.id) >= 0)) : null,
      part(this.code ? say('page.other') : say('page.evidence'), all.filter((one) => !this.code || own.indexOf(one.id) < 0)));
    dialog.open();
  }

  open() {
    const dialog = new Dialog(say('page.evidence'), 'whole');
    const whole = new Viewer(this.room, this.code, this.passage);
    whole.place = this.place;
    whole.size = 2;
    this.whole = whole;
    const zoom = (by) => {
      whole.size = Math.max(1, Math.min(SIZES, whole.size + by));
      whole.draw();
    };
    dialog.tools(h('button', { type: 'button', class: 'round', 'aria-label': say('page.smaller'), onclick: () => zoom(-1) }, icon('minus')),
      h('button', { type: 'button', class: 'round', 'aria-label': say('page.larger'), onclick: () => zoom(1) }, icon('plus')));
    whole.node.replaceChild(whole.bar(true), whole.node.lastChild);
    whole.draw();
    dialog.body(whole.node);
    dialog.onclose = () => {
      this.whole = null;
      if (whole.place) this.show(whole.place);
    };
    whole.node.addEventListener('keydown', (event) => {
      if (event.key === 'PageDown') whole.turn(1);
      else if (event.key === 'PageUp') whole.turn(-1);
      else if (event.key === '+') zoom(1);
      else if (event.key === '-') zoom(-1);
      else return;
      event.preventDefault();
    });
    dialog.open();
  }

  swipes(node) {
    let from = null;
    node.addEventListener('touchstart', (event) => {
      const wide = event.target.closest ? event.target.closest('.p-table') : null;
      from = event.touches.length === 1 && !(wide && wide.scrollWidth > wide.clientWidth) && this.size < 3 ? event.touches[0] : null;
    }, { passive: true });
    node.addEventListener('touchend', (event) => {
      const to = event.changedTouches[0];
      if (from && Math.abs(to.clientX - from.clientX) > 70 && Math.abs(to.clientY - from.clientY) < 40) this.turn(to.clientX < from.clientX ? 1 : -1);
      from = null;
    }, { passive: true });
  }
}

/** The whole page with a passage of a reference, on its own. */
export function showPassage(room, code, passage) {
  new Viewer(room, code, passage).open();
}

