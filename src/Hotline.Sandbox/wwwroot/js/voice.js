import { find, remembered } from './page.js';

const spoken = window.speechSynthesis;

/** Reads aloud what is heard, in the line's language, unless it is switched off. A key cuts it short, as it does on the telephone. */
export class Voice {
  constructor() {
    this.button = find('aloud');
    this.isOn = remembered.get(localStorage, 'aloud') !== 'off';
    this.button.addEventListener('click', () => this.set(!this.isOn));
    this.set(this.isOn);
    spoken?.addEventListener?.('voiceschanged', () => this.tellVoices());
  }

  set(isOn) {
    this.isOn = isOn;
    this.button.setAttribute('aria-pressed', String(isOn));
    remembered.set(localStorage, 'aloud', isOn ? 'on' : 'off');
    if (!isOn) this.stop();
  }

  say(text, language) {
    if (!this.isOn || !spoken || text === '') return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language ?? 'ko-KR';
    utterance.rate = 1.1;
    spoken.speak(utterance);
    this.tellVoices();
  }

  beep() {
    if (!this.isOn) return;
    this.audio ??= new AudioContext();
    const tone = new OscillatorNode(this.audio, { frequency: 1000 });
    const quiet = new GainNode(this.audio, { gain: 0.05 });
    tone.connect(quiet).connect(this.audio.destination);
    tone.start();
    tone.stop(this.audio.currentTime + 0.4);
  }

  stop() {
    spoken?.cancel();
  }

  // Browsers load their voices late: an empty list says nothing yet.
  tellVoices() {
    const voices = spoken?.getVoices() ?? [];
    find('no-voice').hidden = Boolean(spoken) && (voices.length === 0 || voices.some(voice => voice.lang.startsWith('ko')));
  }
}
