import { both, fill, find, remembered, trying } from './page.js';
import { keypad } from './keypad.js';
import { sandbox } from './sandbox.js';
import { callerTranscript } from './transcript.js';
import { callState, label } from './words.js';

const shown = { Withheld: '발신번호 표시제한', Abroad: '+1 202-555-0134', Relay: '107' };

/** The telephone in the caller's hand. Emits "state" whenever the call's state changes. */
export class Caller extends EventTarget {
  constructor(live, voice) {
    super();
    this.voice = voice;
    this.transcript = callerTranscript();
    this.sid = remembered.get(sessionStorage, 'call');
    this.state = 'over';
    this.pressing = Promise.resolve();

    keypad(find('keypad'), key => this.press(key));
    find('callers').addEventListener('change', () => this.showNumber());
    find('call').addEventListener('click', () => trying(() => this.dial()));
    find('hang-up').addEventListener('click', () => trying(() => this.hangUp()));
    find('silence').addEventListener('click', () => trying(() => this.staySilent()));
    find('say').addEventListener('submit', event => {
      event.preventDefault();
      trying(() => this.say());
    });
    live.addEventListener('ready', () => trying(() => this.catchUp()));
    live.addEventListener('call', event => this.take(event.detail));
    this.showNumber();
    this.enter('over', both('걸기 전입니다', 'Not in a call'));
  }

  get isOn() {
    return this.state !== 'over';
  }

  async dial() {
    const kind = document.querySelector('input[name=kind]:checked').value;
    const which = kind === 'Mobile' ? this.lastFour() : 34;
    this.transcript.clear();
    this.voice.stop();
    const call = await sandbox.dial(kind, which);
    this.sid = call.sid;
    remembered.set(sessionStorage, 'call', call.sid);
    this.enter(call.state);
    await this.catchUp();
    find('hang-up').focus();
  }

  /** Keys reach the line in the order in which they were pressed, whatever the network does with the requests. */
  press(key) {
    if (!this.isOn) return;
    this.voice.stop();
    this.transcript.did(key);
    if (this.interceptKey?.(key)) return;
    const sid = this.sid;
    this.pressing = this.pressing.then(() => trying(() => sandbox.press(sid, key)));
  }

  async staySilent() {
    this.voice.stop();
    this.transcript.did(both('아무것도 하지 않았습니다', 'nothing done'));
    await sandbox.staySilent(this.sid);
  }

  async say() {
    const words = find('words').value.trim();
    if (words === '' || !this.isOn) return;
    this.voice.stop();
    this.transcript.did(`“${words}”`);
    find('words').value = '';
    await sandbox.say(this.sid, words);
  }

  async hangUp() {
    this.voice.stop();
    this.transcript.did(both('전화를 끊었습니다', 'hung up'));
    await sandbox.hangUp(this.sid);
  }

  /** What happened while nobody was connected: at the start, and after the connection broke. */
  async catchUp() {
    if (!this.sid) return;
    const call = (await sandbox.calls()).find(found => found.sid === this.sid);
    if (!call) return;
    for (const line of await sandbox.heard(this.sid)) this.hear(line);
    this.enter(call.state);
  }

  take(call) {
    if (call.sid !== this.sid) return;
    if (call.line) this.hear(call.line);
    if (call.state !== this.state) this.enter(call.state);
  }

  hear(line) {
    if (!this.transcript.hear(line)) return;
    if (line.kind === 'said' || line.kind === 'person') this.voice.say(line.text, line.language);
    else if (line.kind === 'beep') this.voice.beep();
  }

  enter(state, words = label(callState, state)) {
    this.state = state;
    fill(find('status'), words);
    find('status').dataset.state = this.isOn ? state : 'over';
    find('call').hidden = this.isOn;
    find('hang-up').hidden = !this.isOn;
    find('callers').disabled = this.isOn;
    for (const control of document.querySelectorAll('#keypad button, #silence, #say-send')) control.disabled = !this.isOn;
    this.dispatchEvent(new Event('state'));
  }

  showNumber() {
    const kind = document.querySelector('input[name=kind]:checked').value;
    find('last-four-field').hidden = kind !== 'Mobile';
    find('shown-number').textContent = shown[kind] ?? '';
  }

  lastFour() {
    const field = find('last-four');
    if (!/^\d{4}$/.test(field.value)) throw new Error('휴대전화 끝 네 자리는 숫자 네 개입니다. The last four must be four digits.');
    return Number(field.value);
  }
}
