// A dialog on the scrim: Escape closes, Tab stays inside, the focus returns to where it was.
import { h, icon, say } from '/dom.js';

const STOPS = 'button:not([disabled]), input:not([disabled]), select, [tabindex="0"]';
const open = [];

export class Dialog {
  constructor(title, css) {
    const id = 'dialog-' + Dialog.count();
    this.heading = h('h2', { id, tabindex: -1 }, title);
    this.extra = h('div', { class: 'd-tools' });
    this.content = h('div', { class: 'd-body' });
    const close = h('button', { type: 'button', class: 'round', 'aria-label': say('close'), onclick: () => this.close() }, icon('close'));
    this.box = h('div', { class: 'dialog ' + (css || ''), role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': id },
      h('div', { class: 'd-head' }, this.heading, this.extra, close), this.content);
    this.scrim = h('div', { class: 'scrim' }, this.box);
    this.scrim.addEventListener('keydown', (event) => this.key(event));
    this.scrim.addEventListener('click', (event) => { if (event.target === this.scrim) this.close(); });
    this.onclose = null;
  }

  static count() {
    Dialog.made = (Dialog.made || 0) + 1;
    return Dialog.made;
  }

  tools(...nodes) { for (const node of nodes) this.extra.appendChild(node); }

  body(...nodes) {
    for (const node of nodes) {
      if (Array.isArray(node)) this.body(...node);
      else if (node) this.content.appendChild(node);
    }
  }

  open() {
    this.before = document.activeElement;
    const app = document.getElementById('app');
    app.setAttribute('aria-hidden', 'true');
    for (const one of open) one.scrim.setAttribute('aria-hidden', 'true');
    open.push(this);
    document.body.appendChild(this.scrim);
    this.heading.focus();
  }

  /** `moved`: not the person closed it; the room has gone on. */
  close(moved) {
    const at = open.indexOf(this);
    if (at < 0) return;
    open.splice(at, 1);
    document.body.removeChild(this.scrim);
    if (open.length) open[open.length - 1].scrim.removeAttribute('aria-hidden');
    else document.getElementById('app').removeAttribute('aria-hidden');
    if (this.onclose) this.onclose(moved === true);
    if (this.before && document.contains(this.before)) this.before.focus();
  }

  key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    }
    if (event.key !== 'Tab') return;
    const stops = Array.from(this.box.querySelectorAll(STOPS)).filter((one) => one.offsetParent !== null);
    if (!stops.length) return;
    const first = stops[0], last = stops[stops.length - 1], now = document.activeElement;
    if (event.shiftKey && (now === first || now === this.heading)) last.focus();
    else if (!event.shiftKey && now === last) first.focus();
    else return;
    event.preventDefault();
  }
}

/** Closes whatever stands open: the room has gone on. */
export function closeDialogs() {
  while (open.length) open[open.length - 1].close(true);
}

export const dialogOpen = () => open.length > 0;
