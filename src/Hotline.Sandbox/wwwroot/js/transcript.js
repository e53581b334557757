import { both, element, find } from './page.js';
import { times } from './words.js';

/** The running text of a call: what was heard, and what was done at this end. */
export class Transcript {
  constructor(log, empty) {
    this.log = log;
    this.empty = empty;
    // Whoever has scrolled back reads on undisturbed; whoever has not stays with the newest line.
    log.addEventListener('scroll', () => { this.follows = log.scrollHeight - log.scrollTop - log.clientHeight < 40; });
    new ResizeObserver(() => this.keepUp()).observe(log);
    this.clear();
  }

  clear() {
    this.seen = new Set();
    this.follows = true;
    this.log.replaceChildren();
    this.empty.hidden = false;
    this.log.hidden = true;
  }

  /** False when the line was shown before: a list that was fetched and the live events overlap. */
  hear(line) {
    const key = `${line.at} ${line.kind} ${line.text}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    const shape = shapes[line.kind]?.(line);
    if (shape) this.append(element('div', { className: `line ${line.kind}` }, shape, element('time', { dateTime: line.at }, times.clock(line.at))));
    return true;
  }

  /** Something done here. */
  did(what) {
    this.append(element('div', { className: 'line mine' }, element('p', {}, what)));
  }

  append(line) {
    this.empty.hidden = true;
    this.log.hidden = false;
    this.log.append(line);
    this.keepUp();
  }

  keepUp() {
    if (this.follows) this.log.scrollTop = this.log.scrollHeight;
  }
}

const shapes = {
  said: line => element('p', { lang: line.language ?? 'ko-KR' }, line.text),
  person: line => element('p', { lang: line.language ?? 'ko-KR' }, both('상대', 'other person'), ': ', line.text),
  beep: () => element('p', {}, both('삐—', 'tone')),
  music: () => element('p', {}, both('♪ 기다리는 음악', 'waiting music')),
  tone: line => element('p', {}, `상대가 ${line.text} 버튼을 눌렀습니다`),
  played: () => element('p', {}, both('▶ 남긴 말씀이나 소리가 재생됩니다', 'a sound is played')),
  // Pauses between sentences are no news.
  silence: line => line.seconds >= 3 ? element('p', {}, `… ${line.seconds}초`) : null,
};

export const callerTranscript = () => new Transcript(find('log'), find('log-empty'));
