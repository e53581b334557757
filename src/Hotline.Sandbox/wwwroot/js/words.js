import { both } from './page.js';

// How the states of the simulated world and the case backend's codes read: [Korean, English].

export const callState = {
  ringing: ['신호가 갑니다', 'Ringing'],
  running: ['안내가 나옵니다', 'Speaking; a key cuts it short'],
  listening: ['버튼을 기다립니다', 'Waiting for a key'],
  recording: ['녹음하고 있습니다', 'Recording'],
  'in-queue': ['순서를 기다립니다', 'In the queue'],
  dialing: ['연결하고 있습니다', 'Connecting'],
  bridged: ['상대와 통화하고 있습니다', 'Talking'],
  'in-conference': ['상담원과 함께 있습니다', 'In a conference'],
  over: ['끝났습니다', 'Over'],
};

export const priority = { urgent: ['긴급', 'urgent'], high: ['높음', 'high'], routine: ['보통', 'routine'] };

export const signal = {
  'self-harm': ['자해·자살 위험', 'self-harm'],
  'physical-danger': ['신변 위험', 'physical danger'],
  'ongoing-distribution': ['유포되는 중', 'ongoing distribution'],
  blackmail: ['협박', 'blackmail'],
  minor: ['청소년', 'minor'],
  'caller-marked-urgent': ['긴급하다고 누름', 'marked urgent by the caller'],
  'repeat-caller': ['다시 거신 분', 'repeat caller'],
};

export const service = {
  counseling: ['상담', 'counseling'],
  'deletion-support': ['삭제 지원', 'deletion support'],
  'investigation-support': ['수사 지원', 'investigation support'],
  'legal-support': ['법률 지원', 'legal support'],
  'medical-support': ['의료 지원', 'medical support'],
  monitoring: ['모니터링', 'monitoring'],
  'not-stated': ['말하지 않음', 'not stated'],
};

export const origin = { 'callback-request': ['연락 요청', 'callback request'], 'counselor-call': ['상담 통화', 'counselor call'] };

export const statement = {
  transcribed: ['자동으로 받아쓴 글', 'automatic transcript'],
  pending: ['받아쓰는 중', 'being transcribed'],
  failed: ['받아쓰지 못함', 'not transcribed'],
  'no-speech': ['말씀이 없음', 'no speech'],
  none: ['남긴 말씀 없음', 'no message'],
};

export const entryKind = {
  statement: ['남긴 말씀', 'statement'],
  'contact-attempt': ['연락 시도', 'contact attempt'],
  'counselor-note': ['상담원 메모', "counselor's note"],
  'priority-raised': ['긴급도 올림', 'priority raised'],
  withdrawn: ['철회', 'withdrawn'],
};

export const ifUnanswered = {
  'leave-nothing': ['아무것도 남기지 않기', 'leave nothing'],
  'voice-without-name': ['이름 없는 음성', 'voice without name'],
  'text-without-name': ['이름 없는 문자', 'text without name'],
};

/** The label of a code; a code that nobody translated shows as itself. */
export const label = (table, code) => both(...(table[code] ?? [String(code)]));

const seoul = { timeZone: 'Asia/Seoul' };
const moment = new Intl.DateTimeFormat('ko-KR', { ...seoul, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false });
const clock = new Intl.DateTimeFormat('ko-KR', { ...seoul, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const hour = new Intl.DateTimeFormat('ko-KR', { ...seoul, hour: '2-digit', minute: '2-digit', hour12: false });

export const times = {
  moment: value => moment.format(new Date(value)),
  clock: value => clock.format(new Date(value)),
  window: ({ from, to }) => `${moment.format(new Date(from))}–${hour.format(new Date(to))}`,
};

/** +821012345678 as 010-1234-5678; other numbers stay as they are. */
export function national(number) {
  const mobile = /^\+82(10)(\d{4})(\d{4})$/.exec(number);
  if (mobile) return `0${mobile[1]}-${mobile[2]}-${mobile[3]}`;
  const seoulLine = /^\+82(2)(\d{3,4})(\d{4})$/.exec(number);
  return seoulLine ? `0${seoulLine[1]}-${seoulLine[2]}-${seoulLine[3]}` : number;
}
