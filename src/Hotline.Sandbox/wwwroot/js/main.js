import { Caller } from './caller.js';
import { Cases } from './cases.js';
import { Clock } from './clock.js';
import { Faults } from './faults.js';
import { Message } from './message.js';
import { find, show, trying } from './page.js';
import { Phones } from './phones.js';
import { LiveCalls, sandbox } from './sandbox.js';
import { Voice } from './voice.js';

const live = new LiveCalls();
const caller = new Caller(live, new Voice());
const message = new Message(caller);
const phones = new Phones(live);

live.addEventListener('lost', () => show('연습실과 연결이 끊겼습니다. 다시 이어지기를 기다립니다. The sandbox does not answer; waiting for it.'));
live.addEventListener('ready', () => show(''));
trying(() => message.loadSamples());
trying(() => phones.look());
trying(async () => { find('console-link').href = (await sandbox.settings()).hotline; });
new Cases().watch();
new Clock(live);
new Faults();
