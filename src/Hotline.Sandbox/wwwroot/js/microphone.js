import { telephoneWav } from './wav.js';

/** The computer's microphone, for as long as somebody speaks. */
export class Microphone {
  get isOn() {
    return this.recorder?.state === 'recording';
  }

  async start() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
      throw new Error('마이크를 쓸 수 없습니다. 브라우저에서 허용해 주세요. The microphone is not available; allow it in the browser.');
    });
    this.parts = [];
    this.recorder = new MediaRecorder(stream);
    this.recorder.addEventListener('dataavailable', event => this.parts.push(event.data));
    this.recorder.start();
  }

  /** What was said, as a WAV. */
  async stop() {
    const { recorder } = this;
    const stopped = new Promise(resolve => recorder.addEventListener('stop', resolve, { once: true }));
    recorder.stop();
    await stopped;
    for (const track of recorder.stream.getTracks()) track.stop();
    return telephoneWav(await new Blob(this.parts).arrayBuffer());
  }
}
