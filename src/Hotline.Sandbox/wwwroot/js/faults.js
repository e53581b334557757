import { both, button, element, fill, find, trying } from './page.js';
import { sandbox } from './sandbox.js';

const presets = [
  [both('사례 접수처가 세 번 503', 'Case backend: 503 three times'), { point: 'Cases', fault: 'answer', status: 503, times: 3 }],
  [both('사례는 열렸는데 응답이 사라짐', 'Case opened, answer lost'), { point: 'Cases', fault: 'lose-answer', times: 1 }],
  [both('녹음이 두 번 아직 없음', 'Recording not there yet, twice'), { point: 'RecordingMedia', fault: 'answer', status: 404, times: 2 }],
  [both('받아쓰기가 붐빔', 'Speech server: too many requests'), { point: 'Speech', fault: 'answer', status: 429, seconds: 2, times: 2 }],
  [both('받아쓰기가 20초 늦음', 'Speech server 20 s late'), { point: 'Speech', fault: 'delay', seconds: 20, times: 1 }],
  [both('통신사의 알림이 두 번 옴', "Carrier's callback comes twice"), { point: 'Callback', fault: 'repeat', times: 3 }],
  [both('통신사의 다음 요청이 끊김', "Carrier's next request breaks"), { point: 'Webhook', fault: 'lose-answer', times: 1 }],
];

/** Things that can be made to go wrong, what is still to come, and what the simulated carrier complained about. */
export class Faults {
  constructor() {
    this.pending = element('ul', { className: 'plain-list', lang: 'en' });
    this.problems = element('ul', { className: 'plain-list', lang: 'en' });
    fill(find('faults'),
      element('p', { className: 'hint' }, both('고른 고장은 다음 요청에서 일어납니다. 그래도 사례는 꼭 하나만 열려야 합니다.',
        'The chosen fault hits the next requests. Exactly one case must be opened all the same.')),
      element('div', { className: 'presets' }, ...presets.map(([words, order]) => button(words, 'plain', () => this.plan(order)))),
      element('h3', {}, both('일어날 고장', 'Still to come')), this.pending,
      button(both('모두 거두기', 'Clear'), 'plain', () => this.clear()),
      element('h3', {}, both('통신사가 본 문제', "The carrier's complaints")), this.problems);
    find('faults-panel').addEventListener('toggle', () => trying(() => this.look()));
  }

  async plan(order) {
    await sandbox.addFault(order);
    await this.look();
  }

  async clear() {
    await sandbox.clearFaults();
    await this.look();
  }

  async look() {
    const [pending, problems] = await Promise.all([sandbox.faults(), sandbox.problems()]);
    list(this.pending, pending);
    list(this.problems, problems.slice(-10).map(problem => `${problem.errorCode || ''} ${problem.reason}`.trim()));
  }
}

const list = (place, texts) => fill(place, ...(texts.length === 0 ? ['–'] : texts).map(text => element('li', {}, text)));
