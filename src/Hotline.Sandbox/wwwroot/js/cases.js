import { element, fill, find } from './page.js';
import { sandbox } from './sandbox.js';
import { entryKind, ifUnanswered, national, origin, pair, priority, service, signal, statement, times } from './words.js';

const pause = 1500;

/** The cases that the hotline has opened at the simulated case backend, newest first. */
export class Cases {
  constructor() {
    this.last = '';
    this.show([]);
  }

  /** Looks again and again; a look that fails is made up for by the next. */
  async watch() {
    for (;;) {
      if (!document.hidden) await this.look().catch(() => {});
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  async look() {
    const cases = await sandbox.cases();
    const now = JSON.stringify(cases);
    // An unchanged list is left alone, so that nobody loses their place in it.
    if (now === this.last) return;
    this.last = now;
    this.show(cases);
  }

  show(cases) {
    fill(find('cases-count'), cases.length === 0 ? '' : [`${cases.length}건`, `${cases.length} open`]);
    if (cases.length === 0) {
      fill(find('cases'), element('p', { className: 'empty' }, '연락 요청을 마치면 사례가 여기에 나타납니다.',
        element('small', { lang: 'en' }, 'A completed callback request appears here as a case: keys 3 1 1 1 1 1 1 1, speak, #, 4.')));
      return;
    }
    fill(find('cases'), ...cases.toReversed().map(card));
  }
}

function card(found) {
  const { document: opened } = found;
  return element('article', { className: `case ${opened.priority}`, 'aria-label': `사례 ${grouped(found.reference)}` },
    element('header', {},
      element('h3', {}, grouped(found.reference)),
      element('span', { className: `mark ${opened.priority}` }, pair(priority, opened.priority)),
      element('time', { dateTime: found.openedAt }, times.moment(opened.receivedAt))),
    said(opened.statement),
    element('dl', {}, ...facts(found)),
    found.entries.length > 0 && element('ol', { className: 'entries' }, ...found.entries.map(entry)));
}

function said(given) {
  const unfinished = given.unfinished && [' · ', ['도중에 끊음', 'unfinished']];
  return element('div', { className: 'said' },
    given.text && element('blockquote', {}, given.text),
    element('p', { className: 'hint' }, pair(statement, given.state), unfinished));
}

function facts({ caseId, document: opened }) {
  const { contact } = opened;
  return [
    fact(['종류', 'Kind'], pair(origin, opened.origin ?? 'callback-request'), ' · ', pair(service, opened.service)),
    opened.prioritySignals?.length > 0 && fact(['신호', 'Signals'], ...opened.prioritySignals.flatMap((code, index) => [index > 0 && ', ', pair(signal, code)])),
    contact.phone && fact(['연락처', 'Phone'], national(contact.phone)),
    contact.safeWindows?.length > 0 && fact(['안전한 시간', 'Safe time'], contact.safeWindows.map(times.window).join(', ')),
    contact.ifUnanswered && fact(['못 받으면', 'If unanswered'], pair(ifUnanswered, contact.ifUnanswered)),
    fact(['언어', 'Language'], opened.language),
    fact(['사례 번호', 'Case'], caseId),
  ].filter(Boolean).flat();
}

function entry(added) {
  return element('li', {},
    element('span', { className: 'mark' }, pair(entryKind, added.kind)),
    element('time', { dateTime: added.at }, times.moment(added.at)),
    added.text && element('p', {}, added.text),
    added.statement && said(added.statement));
}

const fact = (label, ...value) => [element('dt', {}, label), element('dd', {}, ...value)];

const grouped = reference => `${reference.slice(0, 4)}-${reference.slice(4)}`;
