// Before somebody sits: the code, the group, the seat; and the screens of a room that is over or a seat that was freed.
import { announce, button, fill, h, s, say } from '/dom.js';

export function logo() {
  return s('svg', { class: 'logo', viewBox: '0 0 44 44', 'aria-hidden': 'true' }, s('rect', { width: 44, height: 44, rx: 10, class: 'logo-ground' }),
    s('path', { d: 'M22 12v19M15.5 31.5h13M11.500 19.500l21-4', class: 'logo-line' }), s('circle', { cx: 12, cy: 22.5, r: 3.6, class: 'logo-dot' }),
    s('circle', { cx: 32, cy: 18.5, r: 3.6, class: 'logo-ring' }));
}

/** A screen of a few words and perhaps one button. */
export function plainScreen(title, words, label, act) {
  return { title, sub: '', hideTop: true, node: h('div', { class: 'calm' }, logo(), h('h1', { tabindex: -1, class: 'focus-first' }, title),
    words ? h('p', { class: 'soft' }, words) : null, h('div', { class: 'grow' }), label ? button(label, { class: 'btn primary big', onclick: act }) : null) };
}

function seatWords(one) {
  const seat = say('join.verifier', { seat: one.seat });
  return one.taken ? say('join.taken', { seat }) : seat;
}

/** Which groups and seats there are, whoever sits there. */
function listOf(groups, chosen) {
  return JSON.stringify([chosen, groups.map((one) => [one.group, one.seats.map((seat) => [seat.seat, seat.way])])]);
}

export function joinScreen(room) { return new Join(room); }

class Join {
  constructor(room) {
    this.room = room;
    this.title = say('join.title');
    this.sub = '';
    this.hideTop = true;
    this.group = null;
    this.place = '';                      // seat code, or "group"
    this.boxes = [0, 1, 2, 3, 4, 5].map((i) => this.box(i));
    this.wrong = h('p', { class: 'problem', role: 'alert', id: 'wrong' });
    this.busy = h('p', { class: 'soft small' });
    this.rest = h('div', {});
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.go = button(say('join.button'), { class: 'btn primary big', type: 'submit' });
    const cells = this.boxes.slice(0, 3).concat([h('span', { class: 'code-gap' })], this.boxes.slice(3));
    this.node = h('form', { class: 'join', novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      h('div', { class: 'parts' }, logo(), h('h1', { tabindex: -1, class: 'focus-first' }, this.title), h('p', { class: 'soft' }, say('join.promise')),
        h('fieldset', { class: 'code' }, h('legend', {}, say('join.code')), h('div', { class: 'boxes' }, cells)), this.wrong, this.busy, this.rest),
      h('div', { class: 'foot' }, this.problem, this.go, h('div', { class: 'under' }, say('join.note'))));
    this.put(room.join.code);
    this.update();
  }

  box(i) {
    const input = h('input', { class: 'digit', type: 'text', inputmode: 'numeric', pattern: '[0-9]*', autocomplete: 'off', 'aria-label': say('join.digit', { n: i + 1 }),
      'aria-describedby': 'wrong', oninput: () => this.typed(i), onfocus: () => input.select() });
    input.addEventListener('paste', (event) => {
      const words = (event.clipboardData || window.clipboardData).getData('text').replace(/\D/g, '');
      if (!words) return;
      event.preventDefault();
      this.spread(words.length >= 6 ? 0 : i, words);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && !input.value && i > 0) {
        this.boxes[i - 1].value = '';
        this.boxes[i - 1].focus();
        event.preventDefault();
      }
      if (event.key === 'ArrowLeft' && i > 0) this.boxes[i - 1].focus();
      if (event.key === 'ArrowRight' && i < 5) this.boxes[i + 1].focus();
    });
    return input;
  }

  put(code) { this.boxes.forEach((box, i) => { box.value = code[i] || ''; }); }

  typed(i) {
    const digits = this.boxes[i].value.replace(/\D/g, '');
    this.boxes[i].value = digits.slice(0, 1);
    if (digits) this.spread(i, digits);
    else this.complete();
  }

  spread(from, digits) {
    for (let k = 0; k < digits.length && from + k < 6; ++k) this.boxes[from + k].value = digits[k];
    this.boxes[Math.min(5, from + digits.length)].focus();
    this.complete();
  }

  code() { return this.boxes.map((box) => box.value).join(''); }

  complete() {
    const code = this.code();
    if (code.length === 6 && code !== this.asked) {
      this.asked = code;
      this.room.askSeats(code);
    } else if (code.length < 6) {
      this.asked = '';
      this.room.join.groups = null;
      this.room.join.wrong = false;
      this.update();
    }
  }

  update() {
    const join = this.room.join;
    const wrong = join.wrong ? say('join.wrong-code') : '';
    if (this.wrong.textContent !== wrong) this.wrong.textContent = wrong;
    if (join.wrong && document.activeElement && this.boxes.indexOf(document.activeElement) < 0) this.boxes[0].focus();
    this.busy.textContent = join.busy && !join.groups ? say('join.checking') : '';
    const refused = join.refused ? say(['seat-taken', 'unknown-seat', 'room-over'].indexOf(join.refused) >= 0 ? 'refused.' + join.refused : 'refused.other') : '';
    if (refused && this.problem.textContent !== refused) this.problem.textContent = refused;
    const drawn = JSON.stringify([join.groups, this.group]);
    if (drawn === this.drawn) return;
    if (join.groups && this.patch(join.groups)) {
      this.drawn = drawn;
      return;
    }
    const first = !this.drawn || this.drawn === '[null,null]';
    this.drawn = drawn;
    fill(this.rest, join.groups ? this.groups(join.groups) : null);
    if (join.groups && first) announce(say('join.group'));
    this.name();
  }

  /** A list that somebody is choosing from stays where it is while others take their seats. */
  patch(groups) {
    const select = this.rest.querySelector('#seat'), group = groups.find((one) => one.group === this.group);
    if (!select || document.activeElement !== select || !group || this.listed !== listOf(groups, this.group)) return false;
    for (const one of group.seats) {
      const option = select.querySelector('option[value="' + one.seat + '"]');
      if (!option) continue;
      option.disabled = one.taken;
      option.textContent = seatWords(one);
    }
    return true;
  }

  groups(groups) {
    this.listed = listOf(groups, this.group);
    if (this.group === null && groups.length === 1) this.group = groups[0].group;
    const cells = groups.map((one) => h('label', { class: 'cell group' }, h('input', { type: 'radio', name: 'group', value: one.group, checked: one.group === this.group,
      'aria-label': one.group ? say('join.group-n', { n: one.group }) : say('join.no-group'),
      onchange: () => { if (this.group !== one.group) this.place = ''; this.group = one.group; this.problem.textContent = ''; this.room.join.refused = ''; this.update(); this.refocus(one.group); } }),
    h('span', { class: 'face' }, one.group ? String(one.group) : say('join.no-group'))));
    const group = groups.find((one) => one.group === this.group);
    return [h('fieldset', { class: 'choice groups' }, h('legend', {}, say('join.group')), h('div', { class: 'cells' }, cells)), group ? this.seats(group) : null];
  }

  refocus(value) {
    const input = this.rest.querySelector('input[value="' + value + '"]');
    if (input) input.focus();
  }

  seats(group) {
    const own = group.seats.filter((one) => one.way === 'phone'), shared = group.seats.filter((one) => one.way === 'shared');
    if (!own.length && !shared.length) return h('p', { class: 'soft' }, say('join.paper'));
    const options = own.map((one) => h('option', { value: one.seat, disabled: one.taken, selected: one.seat === this.place },
      seatWords(one)));
    const numbers = shared.map((one) => one.seat).join(', ');
    if (shared.length) options.unshift(h('option', { value: 'group', selected: this.place === 'group' || !own.length }, say('join.shared')));
    if (shared.length && !own.length) this.place = 'group';
    const note = h('p', { class: 'soft small', id: 'seat-note' });
    const tell = () => { note.textContent = this.place === 'group' ? say('join.shared-note', { seats: numbers }) : say('join.number-enough'); };
    const select = h('select', { id: 'seat', class: 'line', 'aria-describedby': 'seat-note', onchange: () => {
      this.place = select.value;
      this.problem.textContent = '';
      this.room.join.refused = '';
      tell();
      this.name();
    } }, h('option', { value: '', selected: !this.place, disabled: true }, say('join.choose-seat')), options);
    tell();
    const full = own.length && !shared.length && own.every((one) => one.taken);
    return [h('label', { for: 'seat', class: 'label' }, say('join.seat')), select, full ? h('p', { class: 'problem' }, say('join.all-taken')) : note];
  }

  name() {
    this.go.querySelector('span').textContent = this.group ? say('join.button-group', { n: this.group }) : say('join.button');
  }

  submit() {
    const complain = (key, node) => {
      this.problem.textContent = say(key);
      if (node) node.focus();
    };
    if (this.code().length < 6) return complain('join.need-code', this.boxes.find((box) => !box.value));
    if (!this.room.join.groups) return this.room.join.wrong ? complain('join.wrong-code', this.boxes[0]) : this.room.askSeats(this.code());
    if (this.group === null) return complain('join.need-group', this.rest.querySelector('input'));
    const select = document.getElementById('seat');
    if (!this.place && select) this.place = select.value;
    if (!this.place) return complain('join.need-seat', select);
    this.problem.textContent = '';
    return this.place === 'group' ? this.room.takeGroup(this.group) : this.room.takeSeat(this.place);
  }
}
