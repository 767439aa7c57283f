/** Tones as [Hz, seconds after the first]; made here, so that no file has to come. */
const melodies = {
  message: [[880, 0], [1175, 0.1]],
  waiting: [[659, 0], [880, 0.14], [659, 0.28]],
};
const length = 0.22;
const loudness = 0.12;

let context;

/** A browser lets a page be heard only after the person has done something on it. */
function unlock() {
  context ??= new AudioContext();
  context.resume();
}

['pointerdown', 'keydown'].forEach((type) => addEventListener(type, unlock, {once: true, capture: true}));

export function audible() {
  return context?.state === 'running';
}

/** @param {'message' | 'waiting'} name */
export function play(name) {
  if (audible()) {
    melodies[name].forEach(([pitch, after]) => tone(pitch, context.currentTime + after));
  }
}

function tone(pitch, begin) {
  const oscillator = new OscillatorNode(context, {frequency: pitch});
  const gain = new GainNode(context, {gain: 0});
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(loudness, begin + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, begin + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + length);
}
