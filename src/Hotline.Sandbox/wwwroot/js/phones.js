import { both, button, element, fill, find, trying } from './page.js';
import { sandbox } from './sandbox.js';
import { Transcript } from './transcript.js';
import { callState, label, national } from './words.js';

const habits = [
  ['rings', 'Rings', '직접 받기 · by hand'],
  ['answers', 'Answers', '받고 1번 누르기 · answers, presses 1'],
  ['declines', 'Declines', '거절하기 · declines'],
  ['never-answers', 'NeverAnswers', '받지 않기 · never answers'],
  ['busy', 'IsBusy', '통화 중 · busy'],
  ['voicemail', 'Voicemail', '자동응답기 · voicemail'],
];

/** The phones that the hotline rings: counselors, agencies, callers who are called back. Each can be answered here. */
export class Phones {
  constructor(live) {
    this.cards = new Map();
    this.looking = null;
    this.empty = emptyState();
    fill(find('phones'), this.empty);
    live.addEventListener('ready', () => trying(() => this.look()));
    live.addEventListener('call', event => {
      const call = event.detail;
      if (call.direction !== 'inbound') this.take(call);
    });
  }

  async look() {
    const [phones, calls] = await Promise.all([sandbox.phones(), sandbox.calls()]);
    const callers = new Set(calls.filter(call => call.direction === 'inbound').map(call => call.phone));
    const rung = calls.filter(call => call.direction !== 'inbound');
    for (const phone of phones.filter(known => !callers.has(known.address))) this.card(phone.address).setHabit(phone.whenCalled);
    for (const call of rung) {
      this.take(call);
      if (call.state !== 'over') for (const line of await sandbox.heard(call.sid)) this.cards.get(call.phone).transcript.hear(line);
    }
  }

  take(call) {
    this.card(call.phone).take(call);
  }

  card(address) {
    if (!this.cards.has(address)) {
      this.empty.remove();
      const made = new PhoneCard(address);
      this.cards.set(address, made);
      find('phones').append(made.body);
    }
    return this.cards.get(address);
  }
}

/** One phone, with what is heard at it. */
class PhoneCard {
  constructor(address) {
    this.address = address;
    this.state = element('span', { className: 'mark', role: 'status' });
    const log = element('div', { className: 'log small', role: 'log', tabIndex: 0, 'aria-label': `${national(address)} 전화기에서 들리는 말` });
    this.transcript = new Transcript(log, element('p'));
    this.act = element('div', { className: 'phone-act' });
    this.body = element('article', { className: 'phone', 'aria-label': `전화기 ${national(address)}` },
      element('header', {}, element('h3', {}, national(address)), this.state), this.act, log, this.habit());
    this.show('over');
  }

  take(call) {
    // A phone that has been rung again forgets the call before.
    if (call.sid !== this.sid && call.state !== 'over') {
      this.sid = call.sid;
      this.transcript.clear();
    }
    if (call.sid !== this.sid) return;
    if (call.line) this.transcript.hear(call.line);
    if (call.state !== this.shown) this.show(call.state);
  }

  show(state) {
    this.shown = state;
    this.body.dataset.state = state;
    fill(this.state, state === 'over' ? both('쉬는 중', 'idle') : label(callState, state));
    if (state === 'over') fill(this.act);
    else if (state === 'ringing') fill(this.act, ...this.ringing());
    else if (!this.act.querySelector('form')) fill(this.act, this.talking());
  }

  ringing() {
    return [
      button(both('받기', 'Answer'), 'call', () => sandbox.answer(this.address)),
      button(both('거절', 'Decline'), 'end', () => sandbox.decline(this.address)),
    ];
  }

  talking() {
    const words = element('input', { 'aria-label': '누를 버튼이나 할 말', placeholder: '1 / 여보세요', autocomplete: 'off' });
    const form = element('form', {}, words,
      element('button', { type: 'submit', className: 'plain' }, both('누르기·말하기', 'Press or say')),
      button(both('끊기', 'Hang up'), 'end', () => sandbox.hangUp(this.sid)));
    form.addEventListener('submit', event => {
      event.preventDefault();
      trying(() => this.send(words));
    });
    return form;
  }

  /** Digits, star and pound are pressed; anything else is said. */
  async send(words) {
    const given = words.value.trim();
    words.value = '';
    if (given === '') return;
    this.transcript.did(given);
    await (/^[0-9*#]+$/.test(given) ? sandbox.press(this.sid, given) : sandbox.say(this.sid, given));
  }

  habit() {
    this.choice = element('select', {}, ...habits.map(([order, , text]) => new Option(text, order)));
    this.choice.addEventListener('change', () => trying(() => sandbox.whenCalled(this.address, this.choice.value, this.choice.value === 'answers' ? ['1'] : [])));
    return element('label', { className: 'habit' }, both('울리면', 'When it rings'), ' ', this.choice);
  }

  setHabit(name) {
    this.choice.value = habits.find(([, known]) => known === name)?.[0] ?? 'rings';
  }
}

function emptyState() {
  const commands = [
    'export ASPNETCORE_ENVIRONMENT=Development',
    'hotline=src/Hotline.Web/bin/Debug/net10.0/Hotline.Web.dll',
    'dotnet $hotline staff add --email kim@example.org --name 김상담 --role counselor --phone +821000005678',
    'dotnet $hotline staff set-status kim@example.org available',
  ].join('\n');
  return element('div', { className: 'empty' },
    element('p', {}, both('아직 울린 전화기가 없습니다. 상담원을 등록하고 근무로 바꾸면 그 전화기가 여기서 울립니다. 다른 터미널에서, 이 프로젝트의 폴더에서:',
      'No phone has rung yet. Add a counselor and make them available, in another terminal, in this project\'s folder:')),
    element('pre', { lang: 'en' }, commands));
}
