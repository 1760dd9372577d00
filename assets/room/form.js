// The form of a vote: score, verdict, sureness, and a reason in one line that is never needed.
import { both, fill, h, icon, known, say } from '/dom.js';
import { Dialog } from '/dialog.js';

const LONGEST = 400;             // bytes of UTF-8, as the host counts
const ICONS = { accept: 'check', return: 'undo', reject: 'close' };
const TINTS = { accept: 'ok', return: 'ret', reject: 'rej' };

export const verdictName = (kase, id) => {
  const one = (kase.verdicts || []).find((verdict) => verdict.id === id);
  return known('verdict.' + id) ? say('verdict.' + id) : one ? both(one.name) : id;
};
export const sureName = (kase, n) => both((kase.sureness || [])[n - 1]) || say('sure.' + n);
export const verdictIcon = (id) => icon(ICONS[id] || 'flag');
export const verdictTint = (id) => TINTS[id] || '';

/** One line of at most as many bytes as the host takes. */
export function oneLine(words) {
  let line = words.replace(/\s+/g, ' ').trim();
  while (new TextEncoder().encode(line).length > LONGEST) line = Array.from(line).slice(0, -1).join('');
  return line;
}

function choice(name, title, cells, chosen, css, onpick) {
  const inputs = cells.map((cell) => h('label', { class: 'cell ' + (cell.css || '') },
    h('input', { type: 'radio', name, value: String(cell.value), checked: cell.value === chosen, 'aria-label': cell.label || null,
      onchange: () => onpick(cell.value) }), h('span', { class: 'face' }, cell.face)));
  return h('fieldset', { class: 'choice ' + css }, h('legend', {}, title), h('div', { class: 'cells' }, inputs));
}

/**
 * `options`: room, indicator, draft, kind, title words by key, members (of a group decision), consensus,
 * button (key), note (words), small (put the reason behind a button), send(vote parts).
 */
export class VoteForm {
  constructor(options) {
    this.o = options;
    this.draft = options.draft;
    this.id = 'f-' + options.kind + '-' + options.indicator.code;
    this.hint = h('p', { class: 'hint' });
    this.agree = h('span', { class: 'agree' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.node = h('form', { class: 'vote', novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      h('div', { class: 'parts' }, this.scores(), this.verdicts(), this.sure(), this.reason(), options.members ? this.members() : null),
      h('div', { class: 'foot' }, this.problem, h('button', { type: 'submit', class: 'btn primary big', id: 'send' }, say(options.button)),
        h('div', { class: 'under' }, options.note ? h('span', {}, options.note) : null, this.adder)));
    this.level();
  }

  scores() {
    const list = this.o.indicator.scores;
    if (!list.length) return null;
    const cells = list.map((one) => ({ value: one.score, face: String(one.score), css: 'score',
      label: say('vote.of-score', { score: one.score, text: both(one.text) }) }));
    this.scoreField = choice(this.id + '-score', say(this.o.group ? 'vote.score-group' : 'vote.score'), cells, this.draft.score, 'scores', (value) => {
      this.draft.score = value;
      this.level();
      this.changed();
    });
    return h('div', {}, this.scoreField, this.hint);
  }

  // The text of the chosen score; before that what the ends mean.
  level() {
    const list = this.o.indicator.scores;
    const one = list.find((step) => step.score === this.draft.score);
    if (one) fill(this.hint, say('vote.of-score', { score: one.score, text: both(one.text) }));
    else if (list.length) fill(this.hint, h('span', {}, both(list[0].text)), h('span', {}, both(list[list.length - 1].text)));
    this.hint.className = one ? 'hint' : 'hint ends';
  }

  verdicts() {
    if (!this.o.indicator.verdict) return null;
    const cells = this.o.room.kase.verdicts.map((one) => ({ value: one.id, css: verdictTint(one.id),
      face: [verdictIcon(one.id), h('span', {}, verdictName(this.o.room.kase, one.id))] }));
    this.verdictField = choice(this.id + '-verdict', say('vote.verdict'), cells, this.draft.verdict, 'segments', (value) => {
      this.draft.verdict = value;
      this.changed();
    });
    return this.verdictField;
  }

  sure() {
    const cells = [1, 2, 3].map((n) => ({ value: n, face: n + ' ' + sureName(this.o.room.kase, n), css: 'acc' }));
    this.sureField = choice(this.id + '-sure', say(this.o.group ? 'vote.sure-group' : 'vote.sure'), cells, this.draft.confidence, 'segments', (value) => {
      this.draft.confidence = value;
      this.changed();
    });
    return this.sureField;
  }

  reason() {
    const id = this.id + '-reason';
    this.input = h('input', { id, type: 'text', class: 'line', maxlength: 300, autocomplete: 'off', placeholder: say('vote.reason-hint'),
      oninput: () => { this.draft.reason = this.input.value; this.changed(); } });
    this.input.value = this.draft.reason || '';
    const part = h('div', { class: 'reason' }, h('label', { for: id, class: 'label' }, say('vote.reason')), this.input);
    if (this.o.small && !this.draft.reason) {
      part.classList.add('later');
      this.adder = h('button', { type: 'button', class: 'plain', onclick: () => {
        part.classList.remove('later');
        this.adder.hidden = true;
        this.input.focus();
      } }, say('vote.reason-add'));
      this.adder.classList.add('adder');
    }
    return part;
  }

  members() {
    const agreed = this.draft.members || (this.draft.members = []);
    const cells = this.o.members.map((seat) => h('label', { class: 'cell seat' },
      h('input', { type: 'checkbox', value: seat, checked: agreed.indexOf(seat) >= 0, 'aria-label': say('join.verifier', { seat }), onchange: (event) => {
        this.draft.members = this.o.members.filter((one) => (one === seat ? event.target.checked : this.draft.members.indexOf(one) >= 0));
        this.count();
        this.changed();
      } }), h('span', { class: 'face' }, icon('check'), seat)));
    this.memberField = h('fieldset', { class: 'choice agreement' }, h('legend', {}, say('group.agree')), h('div', { class: 'cells' }, cells), this.agree);
    this.count();
    return this.memberField;
  }

  count() {
    const n = this.draft.members.length, of = this.o.members.length, pc = this.o.room.kase.consensus;
    const met = of > 0 && n * 100 >= pc * of;
    fill(this.agree, met ? icon('ok') : null, say('group.count', { n, of, pc }));
    this.agree.className = met ? 'agree met' : 'agree';
  }

  changed() {
    this.problem.textContent = '';
    this.o.room.keepDrafts();
  }

  gap() {
    const draft = this.draft;
    if (this.scoreField && draft.score === null) return [this.scoreField, 'vote.gap-score'];
    if (this.verdictField && draft.verdict === null) return [this.verdictField, 'vote.gap-verdict'];
    if (draft.confidence === null) return [this.sureField, 'vote.gap-sure'];
    if (this.memberField && !draft.members.length) return [this.memberField, 'vote.gap-members'];
    return null;
  }

  submit() {
    const gap = this.gap();
    if (gap) {
      this.problem.textContent = say(gap[1]);
      gap[0].querySelector('input').focus();
      return;
    }
    const draft = this.draft, parts = { confidence: draft.confidence, reason: oneLine(draft.reason || '') };
    if (this.scoreField) parts.score = draft.score;
    if (this.verdictField) parts.verdict = draft.verdict;
    if (this.memberField) parts.members = draft.members.slice();
    this.o.send(parts);
  }
}

/** What a vote says, in one line of chips. */
export function voteChips(room, vote) {
  return h('p', { class: 'chips' }, vote.score === undefined || vote.score === null ? null : h('span', { class: 'chip strong' }, String(vote.score)),
    vote.verdict ? h('span', { class: 'chip ' + verdictTint(vote.verdict) }, verdictIcon(vote.verdict), verdictName(room.kase, vote.verdict)) : null,
    h('span', { class: 'chip' }, sureName(room.kase, vote.confidence)));
}

/** The indicator in full: what the district is asked for, what each score means. */
export function showTask(room, indicator) {
  const dialog = new Dialog(both(indicator.title), 'wide');
  dialog.body(h('p', { class: 'soft' }, indicator.code), h('p', {}, both(indicator.asks)),
    indicator.scores.length ? h('h3', {}, say('task.scale')) : null,
    h('dl', { class: 'scale' }, indicator.scores.slice().reverse().map((one) => [h('dt', {}, String(one.score)), h('dd', {}, both(one.text) || '–')])));
  dialog.open();
}

