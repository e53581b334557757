// What the page may ask of the simulated world. Every order that is refused throws with the sentence that says why.

const root = '/sandbox';

async function ask(method, path, body, type = 'application/json') {
  const isJson = type === 'application/json';
  const response = await fetch(root + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': type },
    body: body === undefined ? undefined : isJson ? JSON.stringify(body) : body,
  });
  const text = await response.text();
  const answer = text !== '' && (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text;
  if (!response.ok)
    throw new Error(typeof answer === 'string' && answer !== '' ? answer : `${method} ${path}: ${response.status}`);
  return answer;
}

const call = (sid, what) => `/calls/${encodeURIComponent(sid)}/${what}`;

export const sandbox = {
  settings: () => ask('GET', '/'),

  calls: () => ask('GET', '/calls'),
  heard: sid => ask('GET', call(sid, 'heard')),
  dial: (kind, which) => ask('POST', '/calls', { kind, which }),
  press: (sid, keys) => ask('POST', call(sid, 'keys'), { keys }),
  staySilent: sid => ask('POST', call(sid, 'silence')),
  say: (sid, text) => ask('POST', call(sid, 'words'), { text }),
  beginSpeaking: sid => ask('POST', call(sid, 'speaking')),
  leaveMessage: (sid, wav, text, end) => ask('POST', call(sid, `message?${new URLSearchParams({ text, end })}`), wav, 'audio/wav'),
  hangUp: sid => ask('POST', call(sid, 'hang-up')),

  samples: () => ask('GET', '/samples'),
  sampleAddress: name => `${root}/samples/${encodeURIComponent(name)}.wav`,

  phones: () => ask('GET', '/phones'),
  addPhone: address => ask('POST', '/phones', { address }),
  answer: address => ask('POST', '/phones/answer', { address }),
  decline: address => ask('POST', '/phones/decline', { address }),
  ignore: address => ask('POST', '/phones/ignore', { address }),
  whenCalled: (address, answer, presses) => ask('POST', '/phones/when-called', { address, answer, presses }),

  cases: () => ask('GET', '/cases'),
  clock: () => ask('GET', '/clock'),
  setClock: now => ask('PUT', '/clock', { now }),
  faults: () => ask('GET', '/faults'),
  addFault: order => ask('POST', '/faults', order),
  clearFaults: () => ask('DELETE', '/faults'),
  problems: () => ask('GET', '/problems'),
};

/**
 * Everything that happens at calls, while it happens: "ready" each time that the connection stands, from where on nothing is
 * missed, and "call" with the call's view as detail. The browser connects again by itself.
 */
export class LiveCalls extends EventTarget {
  constructor() {
    super();
    const source = new EventSource(root + '/events');
    source.addEventListener('ready', () => this.dispatchEvent(new Event('ready')));
    source.addEventListener('call', event => this.dispatchEvent(new CustomEvent('call', { detail: JSON.parse(event.data) })));
    source.addEventListener('error', () => this.dispatchEvent(new Event('lost')));
  }
}
