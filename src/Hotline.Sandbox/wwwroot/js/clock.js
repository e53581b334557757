import { both, button, element, fill, find, trying } from './page.js';
import { sandbox } from './sandbox.js';
import { times } from './words.js';

const second = 1000;

/** The hotline's date and time, which opening hours, holidays and callback windows follow; and how to move it. */
export class Clock {
  /** A hotline that starts again with another clock brings its sandbox with it: each new connection asks again. */
  constructor(live) {
    this.wanted = element('input', { type: 'datetime-local', id: 'clock-wanted' });
    this.advice = element('div', { className: 'advice', role: 'status' });
    fill(find('clock'),
      element('p', { className: 'now', id: 'clock-now' }),
      element('label', { htmlFor: 'clock-wanted' }, both('다른 날과 시각으로', 'Another date and time (Seoul)')),
      element('div', { className: 'row' }, this.wanted,
        button(both('맞추기', 'Set'), 'plain', () => this.set(this.wantedMoment())),
        button(both('지금으로', 'Back to now'), 'plain', () => this.set(new Date()))),
      this.advice);
    live.addEventListener('ready', () => trying(() => this.look()));
    setInterval(() => this.tick(), second);
  }

  async look() {
    const { now, offsetSeconds, canBeSet } = await sandbox.clock();
    this.ahead = new Date(now) - Date.now();
    this.canBeSet = canBeSet;
    this.isShifted = Math.abs(offsetSeconds) >= 1;
    if (this.wanted.value === '') this.wanted.value = localInput(new Date(now));
    this.tick();
  }

  tick() {
    if (this.ahead === undefined) return;
    const now = Date.now() + this.ahead;
    const text = `${times.moment(now).replace(/\s*\d+:\d+$/, '')} ${times.clock(now)}`;
    fill(find('clock-now'), text, this.isShifted && element('span', { className: 'mark high' }, both('옮겨진 시각', 'shifted')));
    fill(find('top-clock'), element('span', { className: 'out-of-sight' }, '상담 전화의 시각 '), text, this.isShifted && element('span', { className: 'mark high' }, both('옮겨짐', 'shifted')));
  }

  wantedMoment() {
    if (this.wanted.value === '') throw new Error('날짜와 시각을 모두 골라 주세요. Choose a date and a time.');
    return new Date(`${this.wanted.value}:00+09:00`);
  }

  async set(moment) {
    if (this.canBeSet) {
      await sandbox.setClock(moment.toISOString());
      await this.look();
      fill(this.advice, both('맞추었습니다.', 'Done.'));
      return;
    }
    fill(this.advice,
      element('p', {}, both('이 상담 전화의 시계는 시작할 때만 옮길 수 있습니다. Ctrl+C로 멈추고 이렇게 다시 시작해 주세요:',
        "This hotline's clock is set at its start. Stop it with Ctrl+C and start it again like this:")),
      element('pre', { lang: 'en' }, restart(moment - Date.now())));
    this.advice.scrollIntoView({ block: 'nearest' });
  }
}

/** Hotline:ClockOffset is a TimeSpan: [-]d.hh:mm:ss. */
function restart(shift) {
  const whole = Math.round(Math.abs(shift) / second);
  if (whole < 60) return './run';
  const two = number => String(number).padStart(2, '0');
  const days = Math.floor(whole / 86400);
  return `Hotline__ClockOffset=${shift < 0 ? '-' : ''}${days}.${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)} ./run`;
}

/** The moment as a Seoul wall clock, in the form of a datetime-local field. */
const localInput = moment => new Date(moment.getTime() + 9 * 3600 * second).toISOString().slice(0, 16);
