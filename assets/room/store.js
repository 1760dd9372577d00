// What this browser keeps: token, language, votes on their way. Without storage (private windows) memory serves.
const memory = {};
const PREFIX = 'timbang.';

export function stored(name) {
  if (name in memory) return memory[name];
  try {
    const kept = window.localStorage.getItem(PREFIX + name);
    return kept === null ? null : JSON.parse(kept);
  } catch (refused) {
    return null;
  }
}

export function store(name, value) {
  memory[name] = value;
  try {
    if (value === null) window.localStorage.removeItem(PREFIX + name);
    else window.localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch (refused) {
    return;
  }
}

/** 16 random bytes in hexadecimal; there is no crypto.randomUUID without a certificate. */
export function randomId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
