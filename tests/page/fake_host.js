// A host that is made up, for tests of the page: it speaks src/room/README.md and does what the test says.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { WebSocketServer } = require('ws');
const sheets = require('./sheets');

const POLICY = "default-src 'self'; connect-src 'self' ws:; img-src 'self' blob: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
const words = (id, en) => ({ id, en });
// The smallest PNG: one grey pixel.
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBe0Zb0AAAAABJRU5ErkJggg==', 'base64');

const LEVELS = [['Tidak ada keduanya', 'Neither'], ['Keputusan saja, tanpa register tahun data', 'Decree only, no register of the data year'],
  ['Keputusan, dan register tahun data dari kurang dari separuh puskesmas atau tanpa data penyelesaian', 'Decree, and register of the data year from fewer than half, or without settlement data'],
  ['Keputusan, dan register tahun data dari paling sedikit separuh puskesmas', 'Decree, and register of the data year from at least half of the health centres'],
  ['Seperti nilai 10, tetapi paling sedikit 75 persen selesai', 'As for 10, but at least 75 percent settled'],
  ['Keputusan, dan register tahun data dari semua puskesmas; paling sedikit 90 persen pengaduan selesai', 'Decree, and register of the data year from all health centres; at least 90 percent of complaints settled']];

function indicator(code, title, short, evidence) {
  return { code, title, short, asks: words('Keputusan tentang petugas dan alur pengaduan, serta register pengaduan tahun data.', 'Decree on officers and procedure, and the register of complaints of the data year.'),
    unit: '', scores: LEVELS.map((text, i) => ({ score: i * 2, text: words(text[0], text[1]) })), verdict: true, evidence };
}

function theCase() {
  return { t: 'case', version: 1, id: 'contoh', title: words('Jumlah yang tidak cocok', 'Totals that do not agree'), summary: words('Satu berkas kabupaten menjelang penilaian.', 'One district’s file before the assessment.'),
    notice: words('Seluruh isi kasus ini rekaan.', 'Everything in this case is made up.'), district: 'Contoh Jaya', year: 2025, data_year: 2024, consensus: 75,
    verdicts: [{ id: 'accept', name: words('Terima', 'Accept') }, { id: 'return', name: words('Kembalikan untuk perbaikan', 'Return for correction') }, { id: 'reject', name: words('Tolak', 'Reject') }],
    sureness: [words('Ragu', 'Unsure'), words('Cukup', 'Fairly'), words('Yakin', 'Sure')],
    indicators: [indicator('KS-P2', words('Layanan pengaduan puskesmas', 'Complaint service of the health centres'), words('Pengaduan puskesmas', 'Complaint service'), ['register', 'visit', 'photo']),
      indicator('KS-P3', words('Kelas ibu hamil', 'Classes for expectant mothers'), words('Kelas ibu', 'Mothers’ classes'), ['visit']),
      Object.assign(indicator('KS-O1', words('Persalinan oleh tenaga kesehatan', 'Births attended by health staff'), {}, ['register']), {})],
    evidence: [{ id: 'register', title: words('Register pengaduan', 'Complaint register'), kind: 'register', pages: [{ n: 1, picture: false, hash: 'a1' }, { n: 2, picture: false, hash: 'a2' }] },
      { id: 'visit', title: words('Catatan kunjungan', 'Notes of the visit'), kind: 'note', pages: [{ n: 1, picture: false, hash: 'b1' }] },
      { id: 'photo', title: words('Foto kotak saran', 'Photograph of the suggestion box'), kind: 'photo', pages: [{ n: 1, picture: true, hash: 'c1' }] }],
    step: { title: words('Berkas tiba', 'The file arrives'), text: words('# Pengantar\n\nSenin pagi, berkas **Kabupaten Contoh Jaya**\nterbuka di meja Anda.\n\n- Mulailah dari register\n  pengaduan.\n- Lalu <b>catatan</b> kunjungan.', '# Briefing\n\nOn Monday morning the file of **Contoh Jaya**\nlies open on your desk.\n\n- Begin with the complaint\n  register.\n- Then the <b>notes</b> of the visit.') } };
}

class FakeHost {
  constructor(assets) {
    this.assets = assets;
    this.code = '482917';
    this.projectorToken = 'big';
    this.kase = theCase();
    this.sheets = { 'register/1': sheets.letter(), 'register/2': sheets.summary(), 'visit/1': sheets.visit(), 'photo/1': sheets.visit() };
    this.state = { t: 'state', title: words('Lokakarya Contoh', 'Sample workshop'), people: 30, here: 0, round: null, timer: null, tallies: [], references: [] };
    this.groups = [1, 2, 3, 4].map((group) => ({ group, way: group === 4 ? 'shared' : 'phone', seats: [] }));
    this.seats = {};
    for (let i = 1; i <= 20; ++i) {
      const seat = String(i).padStart(2, '0'), group = this.groups[(i - 1) % 4];
      this.seats[seat] = { group: group.group, way: group.way, speaks: i <= 4, token: '' };
    }
    this.devices = {};          // token → {seats, way, group, you: more fields}
    this.votes = [];            // as they came
    this.kept = new Map();      // id → how often it came
    this.answering = true;      // whether votes are acknowledged
    this.refuse = '';
    this.sockets = new Set();
    this.log = [];
    this.made = 0;
    this.extra = {};            // more fields of "you", by seat
    this.screen = null;
  }

  async start(port) {
    this.server = http.createServer((request, response) => this.serve(request, response));
    this.ws = new WebSocketServer({ server: this.server, path: '/ws', maxPayload: 8192 });
    this.ws.on('connection', (socket) => this.open(socket));
    await new Promise((resolve) => this.server.listen(port || 0, '127.0.0.1', resolve));
    this.port = this.server.address().port;
  }

  // The computer goes away: nothing is listened to, connections end. It may come back at the same port.
  async stop() {
    this.drop();
    this.ws.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  drop() { for (const socket of this.sockets) socket.terminate(); }

  serve(request, response) {
    const head = { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' };
    const place = request.url.split('?')[0];
    const sheet = /^\/(page|picture)\/(.+)$/.exec(place);
    if (sheet) return this.serveSheet(sheet[1], decodeURIComponent(sheet[2]), request, response, head);
    const name = place === '/' ? 'index.html' : place === '/projector' ? 'projector.html' : place.slice(1), file = path.join(this.assets, name);
    if (!/^[\w.-]+$/.test(name) || !fs.existsSync(file)) {
      this.log.push('404 ' + place);
      response.writeHead(404, head);
      return response.end();
    }
    response.writeHead(200, Object.assign({ 'Content-Type': TYPES[path.extname(file)] || 'application/octet-stream' }, head));
    return response.end(fs.readFileSync(file));
  }

  serveSheet(kind, key, request, response, head) {
    const token = (request.headers.authorization || '').replace('Timbang ', '');
    this.log.push(kind + ' ' + key);
    if (!this.devices[token]) return response.writeHead(401, head).end();
    if (!this.sheets[key]) return response.writeHead(404, head).end();
    if (kind === 'picture') return response.writeHead(200, Object.assign({ 'Content-Type': 'image/png' }, head)).end(PIXEL);
    const page = this.sheets[key].json();
    if (key.startsWith('photo')) page.picture = { path: 'x.png', width: 1, height: 1 };
    return response.writeHead(200, Object.assign({ 'Content-Type': 'application/json' }, head)).end(JSON.stringify({ hash: 'x', page }));
  }

  open(socket) {
    this.sockets.add(socket);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.count();
    });
    socket.on('message', (data) => this.take(socket, JSON.parse(String(data))));
  }

  tell(socket, message) { if (socket.readyState === 1) socket.send(JSON.stringify(message)); }

  take(socket, message) {
    if (message.t === 'hello') return this.devices[message.token] ? this.seat(socket, message.token) : this.tell(socket, { t: 'need-code' });
    if (message.t === 'ping') return this.tell(socket, { t: 'pong' });
    if (message.t === 'code') return message.code === this.code ? this.tell(socket, this.free()) : this.tell(socket, { t: 'wrong-code' });
    if (message.t === 'take') return this.sit(socket, message);
    if (message.t === 'vote') return this.vote(socket, message);
    if (message.t === 'name') return this.named = { ask: message.ask, yes: message.yes };
    if (message.t === 'projector') {
      if (message.token !== this.projectorToken) return this.tell(socket, { t: 'need-code' });
      socket.big = true;
      this.tell(socket, this.kase);
      return this.show();
    }
    return this.tell(socket, { t: 'error', reason: 'not-known' });
  }

  free() {
    return { t: 'seats', groups: this.groups.map((one) => ({ group: one.group, way: one.way,
      seats: Object.keys(this.seats).sort().filter((seat) => this.seats[seat].group === one.group).map((seat) => ({ seat, taken: Boolean(this.seats[seat].token), way: this.seats[seat].way })) })) };
  }

  sit(socket, message) {
    const seats = message.seat ? [message.seat] : Object.keys(this.seats).sort().filter((seat) => this.seats[seat].group === message.group && this.seats[seat].way === 'shared');
    if (seats.some((seat) => !this.seats[seat])) return this.tell(socket, { t: 'refused', reason: 'unknown-seat' });
    if (seats.some((seat) => this.seats[seat].token)) return this.tell(socket, { t: 'refused', reason: 'seat-taken' });
    const token = 'token-' + ++this.made;
    for (const seat of seats) this.seats[seat].token = token;
    this.devices[token] = { seats, way: message.seat ? 'phone' : 'shared', group: this.seats[seats[0]].group };
    this.tell(socket, { t: 'joined', token, seats });
    return this.seat(socket, token);
  }

  seat(socket, token) {
    socket.token = token;
    this.tell(socket, this.kase);
    this.count();
    this.tell(socket, this.state);
    this.tell(socket, this.you(token));
  }

  you(token) {
    const device = this.devices[token], round = this.state.round ? this.state.round.number : 0, shown = this.state.round && this.state.round.phase !== 'first-vote';
    const last = new Map();
    for (const vote of this.votes) if (vote.round === round) last.set([vote.indicator, vote.kind, vote.seat || 'g' + vote.group].join(), vote);
    const all = Array.from(last.values()), mine = all.filter((vote) => device.seats.indexOf(vote.seat) >= 0);
    const members = Object.keys(this.seats).sort().filter((seat) => this.seats[seat].group === device.group);
    const phase = this.state.round ? this.state.round.phase : '', kind = phase === 'second-vote' ? 'second' : 'first';
    const you = { t: 'you', way: device.way, group: device.group, speaks: device.way === 'phone' && this.seats[device.seats[0]].speaks, seats: device.seats, members,
      votes: device.way === 'shared' && !shown ? [] : device.way === 'shared' ? mine.filter((vote) => vote.kind !== 'second' || phase !== 'second-vote') : mine, group_votes: all.filter((vote) => vote.kind === 'group' && vote.group === device.group), group_first: [], feedback: [] };
    if (device.way === 'shared') you.voted = device.seats.filter((seat) => this.state.round && this.state.round.indicators.every((code) => mine.some((vote) => vote.seat === seat && vote.indicator === code && vote.kind === kind)));
    if (shown) {
      for (const code of this.state.round.indicators) {
        const scores = new Map();
        for (const vote of all) if (vote.kind === 'first' && vote.indicator === code && members.indexOf(vote.seat) >= 0) scores.set(vote.score, (scores.get(vote.score) || 0) + 1);
        const sorted = Array.from(scores).sort((a, b) => a[0] - b[0]);
        you.group_first.push(sorted.length ? { indicator: code, scores: sorted, lowest: sorted[0][0], highest: sorted[sorted.length - 1][0] } : { indicator: code, scores: [] });
      }
    }
    if (phase === 'reference-shown') you.feedback = device.seats.map((seat) => ({ seat, indicator: 'KS-P2', why: words('Nilai di atas 2 memerlukan register tahun data, sedangkan judul tabel di halaman 2 menyebut 2023 (aturan T-2).', 'A score above 2 needs a register of the data year, while the table heading on page 2 says 2023 (rule T-2).'), type: { id: 'wrong-year', name: words('Tahun data keliru', 'Wrong data year') } }));
    return Object.assign(you, this.extra[device.seats[0]]);
  }

  vote(socket, message) {
    const of = this.kept.get(message.id) || 0;
    this.kept.set(message.id, of + 1);
    if (!this.answering) return;
    if (this.refuse || !this.state.round || !this.state.round.voting) return this.tell(socket, { t: 'refused', id: message.id, reason: this.refuse || 'no-vote-open' });
    if (!of || !this.votes.some((vote) => vote.id === message.id)) this.votes.push(message);
    this.tell(socket, { t: 'kept', id: message.id });
    return this.tell(socket, this.you(socket.token));
  }

  count() {
    this.state.here = new Set(Array.from(this.sockets).map((one) => one.token).filter(Boolean)).size;
    this.push();
  }

  /** Changes the state as the facilitator would and tells everybody. */
  set(change) {
    Object.assign(this.state, change);
    for (const socket of this.sockets) if (socket.token) this.tell(socket, this.state);
    for (const socket of this.sockets) if (socket.token) this.tell(socket, this.you(socket.token));
  }

  push() { for (const socket of this.sockets) if (socket.token) this.tell(socket, this.state); }

  round(phase, more) {
    const before = this.state.round || { number: 0, indicators: ['KS-P2'], votes: 0, of: 20, group_second: false };
    const voting = phase === 'first-vote' || phase === 'second-vote';
    const number = phase === 'first-vote' ? before.number + 1 : before.number;
    this.set(Object.assign({ round: Object.assign({}, before, { number, phase, voting }, more) }, phase === 'first-vote' ? { tallies: [], references: [] } : {}));
  }

  tallies(second) {
    const list = [{ indicator: 'KS-P2', kind: 'first', votes: 28, scores: [[0, 0], [2, 6], [4, 3], [6, 12], [8, 5], [10, 2]], verdicts: [14, 12, 2], lowest: 2, highest: 10, consensus: false }];
    if (second) list.push({ indicator: 'KS-P2', kind: 'second', votes: 27, scores: [[0, 0], [2, 18], [4, 5], [6, 3], [8, 1], [10, 0]], verdicts: [3, 24, 0], lowest: 2, highest: 8, consensus: false });
    return list;
  }

  reference() {
    return { indicator: 'KS-P2', verdict: 'return', score: 2, why: words('Judul tabel register menyebut tahun 2023; register belum dapat dihitung untuk 2024. Keputusan petugas pengaduan sah dan mendukung nilai 2.',
      'The heading of the register’s table says 2023; the register cannot count for 2024 yet. The decree on complaint officers is sound and carries a score of 2.'), rules: [{ code: 'T-2', name: words('Tahun data', 'Data year') }],
    panel: [[2, 7], [4, 1], [6, 4]], rests_on: [{ evidence: 'register', page: 2, quote: 'Periode Januari sampai dengan Desember 2023', range: this.sheets['register/2'].find('Periode Januari sampai dengan Desember 2023') }] };
  }

  show(message) {
    if (message) this.screen = message;
    for (const socket of this.sockets) if (socket.big && this.screen) this.tell(socket, this.screen);
  }
}

module.exports = { FakeHost, words };
