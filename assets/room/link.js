// The WebSocket: opened again after a drop, at once when the phone wakes up, and asked for a sign of life when it is quiet.
const FIRST_WAIT = 500, LONGEST_WAIT = 8000, QUIET = 20000, ANSWER = 6000, SLEPT = 10000;

export class Link {
  /** `hello()` is the first message of a connection; `onMessage(object)`; `onStatus('connecting' | 'open' | 'lost')`. */
  constructor(hello, onMessage, onStatus) {
    this.hello = hello;
    this.onMessage = onMessage;
    this.onStatus = onStatus;
    this.socket = null;
    this.wait = FIRST_WAIT;
    this.lost = 0;
    this.timer = 0;
    this.probe = 0;
    this.ended = false;
    this.heard = performance.now();
    this.hiddenAt = 0;
    this.watch();
  }

  watch() {
    const wake = () => { if (!this.ended && !document.hidden) this.wake(); };
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.hiddenAt = Date.now();
      else wake();
    });
    window.addEventListener('pageshow', (event) => { if (event.persisted) this.now(); });
    window.addEventListener('online', () => this.now());
    window.setInterval(() => {
      if (this.isOpen() && !document.hidden && performance.now() - this.heard > QUIET) this.ask();
    }, 5000);
  }

  // A socket that slept may be gone without knowing it. Sleep is measured with the clock of the day, because the other one may stand still.
  wake() {
    const slept = this.hiddenAt ? Date.now() - this.hiddenAt : 0;
    this.hiddenAt = 0;
    if (!this.isOpen() || slept > SLEPT || slept < 0) this.now();
  }

  isOpen() { return this.socket !== null && this.socket.readyState === 1; }

  open() {
    window.clearTimeout(this.timer);
    this.ended = false;
    const socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/ws');
    this.socket = socket;
    this.onStatus(this.lost ? 'lost' : 'connecting');
    const slow = window.setTimeout(() => { if (socket.readyState === 0) socket.close(); }, ANSWER);
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.heard = performance.now();
      socket.send(JSON.stringify(this.hello()));
      this.onStatus('open');
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.take(event.data);
    };
    socket.onclose = () => {
      window.clearTimeout(slow);
      if (socket === this.socket) this.dropped();
    };
  }

  take(data) {
    this.heard = performance.now();
    window.clearTimeout(this.probe);
    this.probe = 0;
    this.wait = FIRST_WAIT;
    this.lost = 0;
    let message = null;
    try {
      message = JSON.parse(data);
    } catch (broken) {
      return;
    }
    this.onMessage(message);
  }

  dropped() {
    this.socket = null;
    window.clearTimeout(this.probe);
    this.probe = 0;
    if (this.ended) return;
    ++this.lost;
    this.onStatus('lost');
    this.timer = window.setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  /** Leaves what stands and connects at once. */
  now() {
    if (this.ended) return;
    this.wait = FIRST_WAIT;
    this.cut();
    this.open();
  }

  cut() {
    window.clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    window.clearTimeout(this.probe);
    this.probe = 0;
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
  }

  end() {
    this.ended = true;
    this.cut();
  }

  send(message) {
    if (!this.isOpen()) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Something must come within a few seconds, or the connection is taken for gone. */
  expect() {
    if (this.probe) return;
    this.probe = window.setTimeout(() => {
      this.probe = 0;
      ++this.lost;
      this.now();
    }, ANSWER);
  }

  ask() {
    if (this.send({ t: 'ping' })) this.expect();
  }
}
