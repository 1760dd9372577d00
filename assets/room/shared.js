// One computer that a group passes on: the cover between two members, and who is next.
import { both, button, fill, h, icon, say } from '/dom.js';
import { nameOf, roundLine } from '/rounds.js';

/** `o`: kind, next (seat or ''), note, iam(seat, again), together() or null. */
export function coverScreen(room, o) {
  const seats = room.you.seats, codes = room.state.round.indicators, done = (seat) => room.hasVoted(seat, o.kind);
  const state = { choosing: false, again: '' };
  const body = h('div', { class: 'cover' });
  const screen = { title: say('wait.group', { n: room.you.group }), sub: say('cover.shared'), node: body, fixed: true, chip: h('span', { class: 'chip' }, icon('hidden'), say('cover.hidden')) };

  const cell = (seat) => {
    const has = done(seat), now = seat === o.next && !state.choosing;
    const words = say('join.verifier', { seat }) + ', ' + say(has ? 'cover.done' : now ? 'cover.now' : 'cover.todo');
    const css = 'seat-cell' + (has ? ' done' : now ? ' now' : ''), face = [has ? icon('check') : null, seat];
    if (!state.choosing) return h('li', { class: css }, h('span', { 'aria-hidden': 'true', class: 'face' }, face), h('span', { class: 'unseen' }, words));
    return h('li', { class: css }, h('button', { type: 'button', 'aria-label': words, onclick: () => pick(seat) }, face));
  };
  const pick = (seat) => {
    if (!done(seat)) return o.iam(seat, false);
    state.again = seat;
    return draw();
  };
  const what = () => (codes.length === 1 ? both(room.indicator(codes[0]).title) : both(room.kase.title));

  function draw() {
    const voted = seats.filter(done).length;
    const main = o.next ? button(say('cover.iam', { seat: o.next }), { class: 'btn primary big', id: 'iam', onclick: () => o.iam(o.next, false) }) : null;
    const choose = h('button', { type: 'button', class: 'plain wide', 'aria-expanded': String(state.choosing), onclick: () => { state.choosing = !state.choosing; state.again = ''; draw(); body.querySelector('.seat-cell button, .plain').focus(); } }, say('cover.other'));
    const again = state.again ? h('div', { class: 'card' }, h('p', {}, say('cover.again', { seat: state.again })), button(say('cover.again-yes', { seat: state.again }), { class: 'btn', onclick: () => o.iam(state.again, true) })) : null;
    fill(body, h('div', { class: 'grow' }), h('div', { class: 'face-circle' }, icon(o.next ? 'pass' : 'people')),
      o.next ? [h('p', { class: 'soft', id: 'pass' }, say('cover.pass')), h('p', { class: 'huge', id: 'pass-to' }, say('join.verifier', { seat: o.next }))] : h('p', { class: 'huge small-huge' }, say('cover.all')),
      h('p', { class: 'soft' }, o.next ? what() : say('cover.all-note'), h('br'), o.next ? say(o.kind === 'first' ? 'cover.first' : 'cover.second') : ''),
      o.note ? h('p', { class: 'soft small' }, o.note) : null,
      state.choosing ? h('h2', { class: 'label' }, say('cover.choose')) : null, h('ul', { class: 'seat-strip', 'aria-label': say('cover.strip') }, seats.map(cell)), again,
      h('p', { class: 'soft small' }, say('cover.count', { n: voted, of: seats.length })), h('div', { class: 'grow' }), h('div', { class: 'foot' }, main,
        !o.next && o.together ? button(say('cover.together'), { class: 'btn primary big', onclick: o.together }) : null, choose));
    if (main) main.setAttribute('aria-describedby', 'pass pass-to');
  }

  screen.update = () => {
    const drawn = JSON.stringify(seats.map(done));
    if (drawn === screen.drawn) return;
    screen.drawn = drawn;
    draw();
  };
  screen.focus = () => body.querySelector('#iam');
  screen.update();
  return screen;
}

export const alone = (seat) => say('cover.alone', { seat });
export const aloneSub = (room, code, kind) => nameOf(room.indicator(code)) + ' (' + code + '). ' + roundLine(room, say('phase.' + kind + '-vote'));
