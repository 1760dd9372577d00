// Fetches the sheets of the case before they are needed and keeps them by their hash.
const AT_ONCE = 3, RETRY = 3000, LONGEST = 20000;

export class Pages {
  constructor(token, onReady) {
    this.token = token;
    this.onReady = onReady;
    this.sheets = new Map();     // "evidence/n" → {hash, state: 'wanted' | 'loading' | 'ready' | 'missing', page, url}
    this.order = [];
    this.running = 0;
  }

  static key(evidence, n) { return evidence + '/' + n; }

  get(evidence, n) { return this.sheets.get(Pages.key(evidence, n)); }

  /** All pages of a case; those whose hash is known stay. */
  want(kase) {
    const wanted = new Set();
    for (const evidence of kase.evidence || []) {
      for (const sheet of evidence.pages) {
        const key = Pages.key(evidence.id, sheet.n), had = this.sheets.get(key);
        wanted.add(key);
        if (had && had.hash === sheet.hash && had.state !== 'missing') continue;
        if (had && had.url) URL.revokeObjectURL(had.url);
        this.sheets.set(key, { hash: sheet.hash, picture: Boolean(sheet.picture), state: 'wanted', page: null, url: '' });
      }
    }
    for (const key of Array.from(this.sheets.keys())) if (!wanted.has(key)) this.sheets.delete(key);
    this.order = Array.from(wanted);
    this.go();
  }

  /** The pages of these indicators come before the others. */
  first(kase, codes) {
    const soon = new Set();
    for (const indicator of kase.indicators) if (codes.indexOf(indicator.code) >= 0) for (const id of indicator.evidence) soon.add(id);
    const early = (key) => (soon.has(key.slice(0, key.lastIndexOf('/'))) ? 0 : 1);
    this.order.sort((a, b) => early(a) - early(b));
  }

  go() {
    while (this.running < AT_ONCE && this.token()) {
      const key = this.order.find((one) => this.sheets.has(one) && this.sheets.get(one).state === 'wanted');
      if (!key) return;
      this.fetchOne(key, this.sheets.get(key));
    }
  }

  fetchOne(key, sheet) {
    const at = key.lastIndexOf('/');
    const place = encodeURIComponent(key.slice(0, at)) + key.slice(at);
    const stop = new AbortController(), late = window.setTimeout(() => stop.abort(), LONGEST);
    const options = { headers: { Authorization: 'Timbang ' + this.token() }, signal: stop.signal };
    sheet.state = 'loading';
    ++this.running;
    const words = fetch('/page/' + place, options).then((answer) => this.body(answer, 'json'));
    const picture = sheet.picture ? fetch('/picture/' + place, options).then((answer) => this.body(answer, 'blob')) : null;
    Promise.all([words, picture]).then(([json, blob]) => {
      sheet.page = json.page;
      if (blob) sheet.url = URL.createObjectURL(blob);
      sheet.state = 'ready';
    }).catch((failed) => {
      sheet.state = failed && failed.status === 404 ? 'missing' : 'wanted';
      if (sheet.state === 'wanted') return new Promise((resolve) => window.setTimeout(resolve, RETRY));
      return null;
    }).then(() => {
      window.clearTimeout(late);
      --this.running;
      this.onReady();
      this.go();
    });
  }

  body(answer, kind) {
    if (!answer.ok) {
      const failed = new Error('not there');
      failed.status = answer.status;
      throw failed;
    }
    return answer[kind]();
  }
}
