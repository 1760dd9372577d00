// Distributions and the dot strip, as pictures with their content in words for a screen reader.
import { h, s, say } from '/dom.js';

const WIDTH = 342;

function picture(height, label, kids) {
  return s('svg', { class: 'chart', viewBox: '0 0 ' + WIDTH + ' ' + height, role: 'img', 'aria-label': label }, kids);
}

function word(x, y, css, text) { return s('text', { x, y, class: css, 'text-anchor': 'middle' }, text); }

const countOf = (pairs, score) => {
  const pair = (pairs || []).find((one) => one[0] === score);
  return pair ? pair[1] : 0;
};

const spoken = (labels, counts) => labels.map((label, i) => say('shown.bar', { score: label, n: counts[i] })).join(', ');

/**
 * Bars beside each other. `series`: [{counts, css: 'first' | 'second', title}], `mine`: places of one's own votes by series
 * (or -1), `reference`: place or -1. The axis does not move: it is as high as `people`.
 */
export function bars(labels, series, mine, reference) {
  const most = Math.max(4, ...series.map((one) => Math.max(...one.counts)));
  const step = WIDTH / labels.length, high = 96, base = 122, wide = Math.min(26, (step - 10) / series.length);
  const kids = [s('path', { class: 'axis', d: 'M0 ' + base + '.5H' + WIDTH })];
  labels.forEach((label, i) => {
    const centre = step * (i + 0.5), left = centre - wide * series.length / 2;
    series.forEach((one, k) => {
      const n = one.counts[i], tall = n * high / most, x = left + k * wide + 2;
      if (n) kids.push(s('rect', { class: 'bar ' + one.css, x, y: base - tall, width: wide - 4, height: tall, rx: 2 }));
      kids.push(word(x + wide / 2 - 2, base - tall - 5, 'count ' + one.css, String(n)));
      if (mine[k] === i) kids.push(s('circle', { class: 'ring', cx: x + wide / 2 - 2, cy: base + 9, r: 4.5 }));
    });
    kids.push(word(centre, base + 31, 'tick' + (reference === i ? ' ref' : ''), label));
    if (reference === i) kids.push(s('path', { class: 'diamond', d: 'M' + centre + ' ' + (base + 36) + 'l6 6-6 6-6-6z' }));
  });
  const words = series.map((one) => one.title + '. ' + spoken(labels, one.counts)).join('. ');
  return picture(reference >= 0 ? base + 50 : base + 38, words, kids);
}

export function scoreBars(scores, tallies, mine, reference) {
  const labels = scores.map((one) => String(one.score));
  const series = tallies.filter((one) => one && one.scores).map((one) => ({
    counts: scores.map((step) => countOf(one.scores, step.score)), css: one.kind === 'first' ? 'first' : 'second', title: title(one)
  }));
  const place = (score) => scores.findIndex((one) => one.score === score);
  return bars(labels, series, mine.map(place), reference === undefined || reference === null ? -1 : place(reference));
}

export function title(tally) { return say('shown.' + tally.kind, { n: tally.votes }); }

/** Only from where to where the votes go. */
export function spread(scores, low, high) {
  const x = (place) => 16 + (WIDTH - 32) * (scores.length > 1 ? place / (scores.length - 1) : 0.5);
  const from = scores.findIndex((one) => one.score === low), to = scores.findIndex((one) => one.score === high);
  const kids = [s('path', { class: 'axis', d: 'M16 20.5H' + (WIDTH - 16) }), s('path', { class: 'span', d: 'M' + x(from) + ' 20.5H' + x(to) })];
  scores.forEach((one, i) => kids.push(word(x(i), 48, 'tick', String(one.score))));
  return picture(56, say(low === high ? 'shown.one-score' : 'shown.spread', { low, high }), kids);
}

/** First votes of a group without names, one ring each. */
export function rings(scores, pairs, label) {
  const x = (place) => 16 + (WIDTH - 32) * (scores.length > 1 ? place / (scores.length - 1) : 0.5);
  const most = Math.max(1, ...(pairs || []).map((pair) => pair[1])), gap = Math.min(15, 60 / most), base = 12 + most * gap + 6;
  const kids = [s('path', { class: 'axis', d: 'M16 ' + base + '.5H' + (WIDTH - 16) })];
  scores.forEach((one, i) => {
    for (let k = 0; k < countOf(pairs, one.score); ++k) kids.push(s('circle', { class: 'dot-first', cx: x(i), cy: base - 12 - k * gap, r: 6 }));
    kids.push(word(x(i), base + 24, 'tick', String(one.score)));
  });
  return picture(base + 32, label, kids);
}

/** The panel as dots, the reference as a diamond, one's first vote as a ring, the gap between as a line. */
export function strip(scores, panel, reference, first) {
  const x = (place) => 16 + (WIDTH - 32) * (scores.length > 1 ? place / (scores.length - 1) : 0.5);
  const place = (score) => scores.findIndex((one) => one.score === score);
  const kids = [s('path', { class: 'axis', d: 'M16 54.5H' + (WIDTH - 16) })];
  scores.forEach((one, i) => {
    kids.push(s('path', { class: 'axis', d: 'M' + x(i) + ' 51v7' }), word(x(i), 78, 'tick', String(one.score)));
    const n = countOf(panel, one.score);
    for (let k = 0; k < n; ++k) {
      const row = Math.floor(k / 4), wide = Math.min(4, n - row * 4);
      kids.push(s('circle', { class: 'panel', cx: x(i) + (k % 4 - (wide - 1) / 2) * 8, cy: 40 - row * 8, r: 3 }));
    }
  });
  const at = place(reference), mine = place(first);
  if (at >= 0 && mine >= 0 && at !== mine) kids.push(s('path', { class: 'gap', d: 'M' + x(at) + ' 54.5H' + x(mine) }));
  if (at >= 0) kids.push(s('path', { class: 'diamond', d: 'M' + x(at) + ' 45.5l9 9-9 9-9-9z' }));
  if (mine >= 0) kids.push(s('circle', { class: mine === at ? 'ring around' : 'ring filled', cx: x(mine), cy: 54.5, r: mine === at ? 13 : 8 }));
  const words = (panel || []).map((pair) => say('shown.bar', { score: pair[0], n: pair[1] })).join(', ') || say('ref.nothing');
  return picture(88, say('ref.strip', { ref: reference, first: mine >= 0 ? first : say('ref.nothing'), panel: words }), kids);
}

export function legend(panel, hasFirst) {
  const sign = (kid) => s('svg', { viewBox: '0 0 14 14', class: 'sign', 'aria-hidden': 'true' }, kid);
  const item = (kid, words) => h('span', { class: 'legend' }, sign(kid), words);
  return h('p', { class: 'legends' },
    hasFirst ? item(s('circle', { class: 'ring', cx: 7, cy: 7, r: 5 }), say('ref.your-first')) : null,
    item(s('path', { class: 'diamond', d: 'M7 1l6 6-6 6-6-6z' }), say('ref.reference')),
    panel ? item([s('circle', { class: 'panel', cx: 4, cy: 7, r: 2.5 }), s('circle', { class: 'panel', cx: 10, cy: 7, r: 2.5 })], say('ref.panel', { n: panel })) : null);
}

export function barLegend(tallies) {
  const sign = (css) => s('svg', { viewBox: '0 0 14 14', class: 'sign', 'aria-hidden': 'true' }, s('rect', { class: 'bar ' + css, x: 2, y: 2, width: 10, height: 10, rx: 2 }));
  return h('p', { class: 'legends' }, tallies.filter(Boolean).map((one) => h('span', { class: 'legend' }, sign(one.kind === 'first' ? 'first' : 'second'), title(one))));
}
