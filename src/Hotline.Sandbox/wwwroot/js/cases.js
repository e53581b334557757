import { both, element, fill, find } from './page.js';
import { sandbox } from './sandbox.js';
import { entryKind, ifUnanswered, label, national, origin, priority, service, signal, statement, times } from './words.js';

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
    fill(find('cases-count'), cases.length === 0 ? '' : both(`${cases.length}건`, 'opened'));
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
      element('span', { className: `mark ${opened.priority}` }, label(priority, opened.priority)),
      element('time', { dateTime: found.openedAt }, times.moment(opened.receivedAt))),
    said(opened.statement),
    element('dl', {}, ...facts(found)),
    found.entries.length > 0 && element('ol', { className: 'entries' }, ...found.entries.map(entry)));
}

function said(given) {
  return element('div', { className: 'said' },
    given.text && element('blockquote', {}, given.text),
    element('p', { className: 'hint' }, label(statement, given.state), given.unfinished && ' · ', given.unfinished && both('도중에 끊음', 'unfinished')));
}

function facts({ caseId, document: opened }) {
  const { contact } = opened;
  return [
    fact(both('종류', 'Kind'), label(origin, opened.origin ?? 'callback-request'), ' · ', label(service, opened.service)),
    opened.prioritySignals?.length > 0 && fact(both('신호', 'Signals'), ...opened.prioritySignals.flatMap((code, index) => [index > 0 && ', ', label(signal, code)])),
    contact.phone && fact(both('연락처', 'Phone'), national(contact.phone)),
    contact.safeWindows?.length > 0 && fact(both('안전한 시간', 'Safe time'), contact.safeWindows.map(times.window).join(', ')),
    contact.ifUnanswered && fact(both('못 받으면', 'If unanswered'), label(ifUnanswered, contact.ifUnanswered)),
    fact(both('언어', 'Language'), opened.language),
    fact(both('사례 번호', 'Case'), caseId),
  ].filter(Boolean).flat();
}

function entry(added) {
  return element('li', {},
    element('span', { className: 'mark' }, label(entryKind, added.kind)),
    element('time', { dateTime: added.at }, times.moment(added.at)),
    added.text && element('p', {}, added.text),
    added.statement && said(added.statement));
}

const fact = (name, ...value) => [element('dt', {}, name), element('dd', {}, ...value)];

const grouped = reference => `${reference.slice(0, 4)}-${reference.slice(4)}`;
