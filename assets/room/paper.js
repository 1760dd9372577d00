// Draws a sheet of paper from the host's JSON (domain::Page): words become text nodes, never markup.
import { h, s, say } from '/dom.js';

const encoder = new TextEncoder(), decoder = new TextDecoder();

/** A page as elements. `range`: bytes [begin, end) that are highlighted, or null. */
export function paper(page, range) {
  return new Paper(page, range).draw();
}

// Something that looks hand-made, the same each time.
const SIGNATURE = 'M4 30c10-26 18-26 14-6s-6 16 4 0 14-22 12-4-2 14 8 0 10-12 10-2 6 8 14-2 12-8 18-2 14 2 30-8M10 38c30-8 70-10 104-8';
const INITIALS = 'M4 24c6-20 12-20 10-4s2 10 8-4 10-6 8 2 8 6 16-4';

class Paper {
  constructor(page, range) {
    this.bytes = encoder.encode(page.text);
    this.blocks = page.blocks || [];
    this.range = range;
  }

  words(begin, end) { return decoder.decode(this.bytes.subarray(begin, end)); }

  // The words of a run, with the highlighted part in a mark.
  text(run) {
    const begin = run.range[0], end = run.range[1];
    if (!this.range) return [this.words(begin, end)];
    const from = Math.max(begin, this.range[0]), to = Math.min(end, this.range[1]);
    if (from >= to) return [this.words(begin, end)];
    return [this.words(begin, from), h('mark', {}, this.words(from, to)), this.words(to, end)];
  }

  run(run) {
    if (run.symbol) return symbol(run.symbol);
    return run.bold ? h('b', {}, this.text(run)) : this.text(run);
  }

  line(runs) { return runs.map((run) => this.run(run)); }

  lines(block) {
    return (block.lines || []).map((runs) => h('div', { class: runs.length ? 'p-line' : 'p-gap' }, this.line(runs)));
  }

  draw() {
    const sheet = h('div', { class: 'paper', lang: 'id' });
    for (let i = 0; i < this.blocks.length; ++i) {
      if (!isSign(this.blocks[i])) {
        sheet.appendChild(this.block(this.blocks[i]));
        continue;
      }
      const first = i;
      while (i + 1 < this.blocks.length && isSign(this.blocks[i + 1])) ++i;
      sheet.appendChild(this.signs(this.blocks.slice(first, i + 1)));
    }
    return sheet;
  }

  block(block) {
    if (block.kind === 'heading') {
      return h('div', { class: 'p-heading p-h' + Math.min(block.level || 1, 3), role: 'heading', 'aria-level': 4 }, this.lines(block));
    }
    if (block.kind === 'list-item') {
      return h('div', { class: 'p-item p-in' + Math.min(block.level || 0, 3) }, h('span', { class: 'p-marker' }, block.marker || '–'),
        h('div', {}, this.lines(block)));
    }
    if (block.kind === 'table') return this.table(block);
    if (block.kind === 'photo') return h('div', { class: 'p-photo' }, (block.lines || []).map((runs) => this.frame(runs)));
    if (block.kind === 'handwriting') return this.named('p-hand', say('sym.handwriting'), this.lines(block));
    return h('div', { class: 'p-' + block.kind }, this.lines(block));
  }

  named(css, words, kids) { return h('div', { class: css }, h('span', { class: 'unseen' }, words + ': '), kids); }

  frame(runs) {
    return h('div', { class: 'p-frame' },
      s('svg', { viewBox: '0 0 60 40', class: 'p-view', role: 'img', 'aria-label': say('sym.photo') },
        s('path', { d: 'M2 34l16-18 12 14 8-8 20 14M42 12a4 4 0 1 0 .01 0', fill: 'none', stroke: 'currentColor', 'stroke-width': 2 })),
      h('div', {}, this.line(runs)));
  }

  table(block) {
    const rows = (block.rows || []).map((row) => h('tr', {}, row.cells.map((cell) =>
      h(row.header ? 'th' : 'td', { class: 'p-' + (cell.align || 'left'), scope: row.header ? 'col' : null },
        this.line(cell.runs)))));
    return h('div', { class: 'p-table', role: 'region', tabindex: 0, 'aria-label': say('sym.table') }, h('table', {}, h('tbody', {}, rows)));
  }

  // Signatures stand beside each other; stamps and square codes belong to the one before them.
  signs(blocks) {
    const row = h('div', { class: 'p-signs' });
    let last = null;
    for (const block of blocks) {
      if (block.kind === 'signature' || !last) {
        last = h('div', { class: 'p-sign p-at-' + (block.align || 'left') });
        row.appendChild(last);
      }
      if (block.kind === 'signature') last.appendChild(this.signature(block));
      else if (block.kind === 'stamp') (last.querySelector('.p-signature') || last).appendChild(this.named('p-stamp', say('sym.stamp'), h('div', {}, this.lines(block))));
      else last.appendChild(h('div', { class: 'p-code' }, symbol('barcode'), h('div', {}, this.lines(block))));
    }
    return row;
  }

  signature(block) {
    let signed = false;
    return h('div', { class: 'p-signature' }, (block.lines || []).map((runs) => {
      const sign = runs.some((run) => ['signature', 'initials', 'blank'].indexOf(run.symbol) >= 0);
      const css = sign ? 'p-signed' : signed ? 'p-name' : 'p-line';
      signed = sign;
      return h('div', { class: runs.length ? css : 'p-gap' }, this.line(runs));
    }));
  }
}

function isSign(block) { return block.kind === 'signature' || block.kind === 'stamp' || block.kind === 'barcode'; }

function drawing(css, box, label, kids) {
  return s('svg', { class: 'p-symbol ' + css, viewBox: box, role: 'img', 'aria-label': label }, kids);
}

function pen(path) { return s('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round' }); }

function symbol(kind) {
  const label = '[' + say('sym.' + kind) + ']';
  if (kind === 'signature') return drawing('p-ink', '0 0 130 44', label, pen(SIGNATURE));
  if (kind === 'initials') return drawing('p-ink p-short', '0 0 56 30', label, pen(INITIALS));
  if (kind === 'coat-of-arms') {
    return drawing('p-arms', '0 0 40 44', label, [pen('M20 2l16 6v14c0 10-7 16-16 20C11 38 4 32 4 22V8z'), pen('M12 20h16M20 12v18M14 30c4-4 8-4 12 0')]);
  }
  if (kind === 'barcode') return drawing('p-square', '0 0 21 21', label, squares());
  return h('span', { class: 'p-blank', role: 'img', 'aria-label': label });
}

// Looks like a square code and holds nothing.
function squares() {
  let path = '', seed = 7;
  for (let y = 0; y < 21; ++y) {
    for (let x = 0; x < 21; ++x) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const corner = (x < 7 || x > 13) && y < 7 || x < 7 && y > 13;
      const cx = x > 13 ? x - 14 : x, cy = y > 13 ? y - 14 : y;
      const ring = cx === 0 || cx === 6 || cy === 0 || cy === 6 || (cx > 1 && cx < 5 && cy > 1 && cy < 5);
      if (corner ? ring : seed > 1073741824) path += 'M' + x + ' ' + y + 'h1v1h-1z';
    }
  }
  return s('path', { d: path, fill: 'currentColor' });
}
