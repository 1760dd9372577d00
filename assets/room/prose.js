// Text of a case as authors write it: headings, lists, bold. Words become text nodes.
import { h } from '/dom.js';

function bold(words) {
  return words.split('**').map((part, i) => (i % 2 ? h('b', {}, part) : part));
}

function list(lines, mark, tag) {
  const items = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ''));
    else if (items.length) items[items.length - 1] += ' ' + line.trim();
  }
  return h(tag, { class: 'prose-list' }, items.map((words) => h('li', {}, bold(words))));
}

/** Blocks between empty lines; a line break inside a block is a space. */
export function prose(text) {
  return text.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean).map((block) => {
    const lines = block.split('\n'), heading = /^#{1,6}\s+(.*)$/.exec(lines[0]);
    if (heading) return [h('h2', { class: 'sub' }, bold(heading[1])), lines.length > 1 ? h('p', {}, bold(lines.slice(1).join(' '))) : null];
    if (/^[-*]\s/.test(lines[0])) return list(lines, /^[-*]\s+/, 'ul');
    if (/^\d+[.)]\s/.test(lines[0])) return list(lines, /^\d+[.)]\s+/, 'ol');
    return h('p', {}, bold(lines.join(' ')));
  });
}
