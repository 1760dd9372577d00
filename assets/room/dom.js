// Elements, icons and words. Text becomes text nodes only; nothing here reads markup.
import { WORDS } from '/words.js';
import { stored, store } from '/store.js';

const SVG = 'http://www.w3.org/2000/svg';
let chosen = '';

export function lang() {
  if (!chosen) {
    const wanted = (navigator.languages && navigator.languages[0]) || navigator.language || 'id';
    const kept = stored('lang');
    chosen = kept === 'en' || kept === 'id' ? kept : /^en/i.test(wanted) ? 'en' : 'id';
  }
  return chosen;
}

export function setLang(value, keep) {
  chosen = value;
  if (keep) store('lang', value);
  document.documentElement.lang = value;
  document.title = say('page.title');
}

export function say(key, args) {
  const values = args || {};
  return WORDS[lang()][key].replace(/\{([\w-]+)(?:\?([^|}]*)\|([^}]*))?\}/g, (all, name, one, many) =>
    one === undefined ? String(values[name]) : Number(values[name]) === 1 ? one : many);
}

export const known = (key) => key in WORDS[lang()];

/** A text in two languages as the host sends it: {id, en}, either may be missing. */
export function both(text) {
  if (!text) return '';
  return text[lang()] || text.id || text.en || '';
}

export function fill(node, ...kids) {
  while (node.firstChild) node.removeChild(node.firstChild);
  add(node, kids);
  return node;
}

function add(node, kids) {
  for (const kid of kids) {
    if (kid === null || kid === undefined || kid === false) continue;
    if (Array.isArray(kid)) add(node, kid);
    else node.appendChild(kid.nodeType ? kid : document.createTextNode(String(kid)));
  }
}

function dress(node, props) {
  for (const name of Object.keys(props || {})) {
    const value = props[name];
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
}

export function h(tag, props, ...kids) {
  const node = document.createElement(tag);
  dress(node, props);
  add(node, kids);
  return node;
}

export function s(tag, props, ...kids) {
  const node = document.createElementNS(SVG, tag);
  dress(node, props);
  add(node, kids);
  return node;
}

// Drawn on 24 by 24, strokes of 2.
const ICONS = {
  check: 'M5 12.5l4.5 4.5L19 7.5', undo: 'M9 6L5 10l4 4M5 10h9a5 5 0 0 1 0 10h-3', close: 'M6 6l12 12M18 6L6 18',
  left: 'M19 12H6M11 6l-6 6 6 6', right: 'M5 12h13M13 6l6 6-6 6', full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7.5V12l3.5 2', files: 'M8 7V3h8l4 4v10h-4M4 7h8l4 4v10H4z', lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  hidden: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM12 9.5a2.5 2.5 0 1 0 .01 0M4 20L20 4',
  people: 'M8.5 5a3 3 0 1 0 .01 0M2.5 19c0-4 2.5-6 6-6s6 2 6 6M16 6a2.5 2.5 0 1 1 .5 5M17 13.5c2.800 0 4.500 2 4.500 5.500',
  pass: 'M8 3.500a2.500 2.500 0 1 0 .01 0M16 3.500a2.500 2.500 0 1 0 .01 0M3 15c0-3 2-5 5-5M21 15c0-3-2-5-5-5M7 18.500h10M9.500 16L7 18.500 9.500 21M14.500 16l2.500 2.500-2.500 2.500',
  up: 'M12 20V5M6 11l6-6 6 6', down: 'M12 4v15M6 13l6 6 6-6', ok: 'M12 3a9 9 0 1 0 .01 0M8 12.500l3 3 5.500-6',
  bulb: 'M9 18h6M10 21h4M8.500 15.500C6.500 14 6 12 6 10.500a6 6 0 0 1 12 0c0 1.500-.5 3.500-2.500 5z', plus: 'M12 5v14M5 12h14', minus: 'M5 12h14',
  info: 'M12 3a9 9 0 1 0 .01 0M12 11v6M12 7v.5', off: 'M4 4l16 16M5 10a11 11 0 0 1 4-2.500M19 10a11 11 0 0 0-5-2.800M8.500 14a5 5 0 0 1 4-1.500M12 18.500v.5',
  flag: 'M6 21V4h11l-2 4 2 4H6', equal: 'M5 9h14M5 15h14', pen: 'M4 20l1-4L16 5l3 3L8 19z'
};

export function icon(name, css) {
  return s('svg', { class: 'icon ' + (css || ''), viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: ICONS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
}

export function button(label, props, ...before) {
  return h('button', Object.assign({ type: 'button' }, props), before, h('span', {}, label));
}

/** Says something to people who use a screen reader, once, after whatever is being said. */
export function announce(words) {
  const live = document.getElementById('live');
  if (!live) return;
  live.textContent = '';
  window.setTimeout(() => { live.textContent = words; }, 60);
}

export const minutes = (ms) => {
  const all = Math.max(0, Math.ceil(ms / 1000));
  return Math.floor(all / 60) + (lang() === 'id' ? '.' : ':') + String(all % 60).padStart(2, '0');
};
