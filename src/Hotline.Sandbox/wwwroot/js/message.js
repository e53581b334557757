import { both, fill, find, trying } from './page.js';
import { Microphone } from './microphone.js';
import { sandbox } from './sandbox.js';
import { telephoneWav } from './wav.js';

/** Leaves a message while the line records: a sample voice, the microphone, or a file. */
export class Message {
  constructor(caller) {
    this.caller = caller;
    this.microphone = new Microphone();
    this.held = false;

    find('sources').addEventListener('change', event => { if (event.target.name === 'source') this.showSource(); });
    find('voice').addEventListener('change', () => this.suggestWords());
    find('voice-play').addEventListener('click', () => trying(() => new Audio(sandbox.sampleAddress(find('voice').value)).play()));
    find('microphone').addEventListener('click', () => trying(() => this.toggleMicrophone()));
    find('leave').addEventListener('click', () => trying(() => this.leave('#')));
    find('leave-cut').addEventListener('click', () => trying(() => this.leave('hangup')));
    for (const kind of ['pointerdown', 'focusin', 'input']) find('message').addEventListener(kind, () => this.hold());
    caller.addEventListener('state', () => this.follow());
    // While the microphone is on, a key ends the message instead of arriving beside it.
    caller.interceptKey = key => this.microphone.isOn && this.isRecording && (trying(() => this.leave(key)), true);
    this.follow();
  }

  get isRecording() {
    return this.caller.state === 'recording';
  }

  get source() {
    return document.querySelector('input[name=source]:checked').value;
  }

  async loadSamples() {
    this.samples = await sandbox.samples();
    find('voice').replaceChildren(...this.samples.map(sample => new Option(sample.text, sample.name)));
    this.suggestWords();
  }

  showSource() {
    for (const part of document.querySelectorAll('[data-source]')) part.hidden = part.dataset.source !== this.source;
    if (this.source === 'sample') this.suggestWords();
    else find('hears').value = '';
  }

  suggestWords() {
    find('hears').value = this.samples.find(sample => sample.name === find('voice').value)?.text ?? '';
  }

  /** Whoever is busy with this panel is about to speak: the line's silence time-out must not end the recording meanwhile. */
  hold() {
    if (!this.isRecording || this.held) return;
    this.held = true;
    trying(() => sandbox.beginSpeaking(this.caller.sid));
  }

  async toggleMicrophone() {
    if (this.microphone.isOn) {
      clearInterval(this.counting);
      this.spoken = await this.microphone.stop();
    } else {
      this.spoken = null;
      await this.microphone.start();
      this.since = Date.now();
      this.counting = setInterval(() => this.follow(), 500);
    }
    this.follow();
  }

  /** @param end the key that ends the message, or "hangup" */
  async leave(end) {
    if (!this.isRecording) return;
    const wav = await this.sound();
    this.caller.transcript.did(end === 'hangup' ? both('말씀을 남기다가 끊었습니다', 'hung up while recording') : both('말씀을 남겼습니다', 'message left'));
    await sandbox.leaveMessage(this.caller.sid, wav, find('hears').value.trim(), end);
    this.spoken = null;
  }

  async sound() {
    if (this.source === 'sample') return (await fetch(sandbox.sampleAddress(find('voice').value))).arrayBuffer();
    if (this.source === 'microphone') {
      if (this.microphone.isOn) await this.toggleMicrophone();
      if (!this.spoken) throw new Error('먼저 “말하기 시작”을 눌러 말씀해 주세요. Start speaking first.');
      return this.spoken;
    }
    const [file] = find('file').files;
    if (!file) throw new Error('먼저 소리 파일을 골라 주세요. Choose a sound file first.');
    return telephoneWav(await file.arrayBuffer()).catch(() => {
      throw new Error('브라우저가 읽을 수 없는 소리 파일입니다. The browser cannot read this sound file.');
    });
  }

  follow() {
    const isOn = this.isRecording;
    if (!isOn) this.held = false;
    if (!this.caller.isOn && this.microphone.isOn) trying(() => this.toggleMicrophone());
    find('message').classList.toggle('now', isOn);
    fill(find('message-lamp'), isOn ? both('지금 녹음 중', 'recording now') : both('‘삐’ 소리가 나면 남길 수 있습니다', 'opens after the tone'));
    find('leave').disabled = find('leave-cut').disabled = !isOn;
    find('microphone').setAttribute('aria-pressed', String(this.microphone.isOn));
    fill(find('microphone'), this.microphone.isOn ? both('말하기 끝', 'Stop') : both('말하기 시작', 'Start speaking'));
    fill(find('microphone-state'), this.microphone.isOn ? both(`듣고 있습니다 ${Math.floor((Date.now() - this.since) / 1000)}초`, 'listening') : this.spoken ? both('남길 말씀이 있습니다', 'ready to be left') : '');
  }
}
