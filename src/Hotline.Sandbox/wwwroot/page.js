// Shows the simulated calls and lets a person live through them. Everything it does is the API below /sandbox.
const base = "sandbox/";
const kinds = { said: "", played: "🎵 ", silence: "…", beep: "(삐)", music: "🎵 대기 음악", person: "👤 ", tone: "🔢 " };
const states = { ringing: "울림", running: "듣는 중", listening: "입력 대기", recording: "녹음", "in-queue": "대기열", dialing: "연결 중", bridged: "통화 중", "in-conference": "통화 중", over: "끝" };
const cards = new Map();
let samples = [];

const element = (name, content = "", properties = {}) => Object.assign(document.createElement(name), { textContent: content }, properties);
const get = async path => (await fetch(base + path)).json();

async function post(path, body) {
  const response = await fetch(base + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });
  if (!response.ok && response.status !== 404 && response.status !== 409) alert(await response.text());
}

function button(label, act) {
  const made = element("button", label, { type: "button" });
  made.addEventListener("click", act);
  return made;
}

function makeCard(call) {
  const card = element("article", "", { className: "call" });
  const title = element("h3");
  const heard = element("ol", "", { className: "heard" });
  heard.setAttribute("aria-live", "polite");
  heard.tabIndex = 0;
  const path = `calls/${call.sid}/`;
  const controls = element("div");
  const keys = element("div", "", { className: "keys" });
  for (const key of "123456789*0#") keys.append(button(key, () => post(path + "keys", { keys: key })));
  const actions = element("div", "", { className: "actions" });
  if (call.direction !== "inbound") {
    actions.append(button("받기", () => post("phones/answer", { address: call.phone })), button("거절", () => post("phones/decline", { address: call.phone })));
  }
  const words = element("input", "", { ariaLabel: "말하기", placeholder: "말하기" });
  const speak = button("말하기", async () => { await post(path + "words", { text: words.value }); words.value = ""; });
  const sample = element("select", "", { ariaLabel: "남길 말씀" });
  for (const each of samples) sample.append(element("option", each.text, { value: each.name }));
  actions.append(words, speak, sample,
    button("이 말을 남기고 #", () => post(path + "sample", { sample: sample.value, end: "#" })),
    button("말하다가 끊기", () => post(path + "sample", { sample: sample.value, end: "hangup" })),
    button("아무것도 하지 않기", () => post(path + "silence")),
    button("끊기", () => post(path + "hang-up")));
  controls.append(keys, actions);
  card.append(title, heard, controls);
  document.querySelector(call.direction === "inbound" ? "#calls" : "#legs").prepend(card);
  cards.set(call.sid, { card, title, heard, controls });
  return cards.get(call.sid);
}

function show(call, quiet) {
  const { card, title, heard, controls } = cards.get(call.sid) ?? makeCard(call);
  const over = call.state === "over";
  title.textContent = `${call.phone} → ${call.to === call.phone ? "" : call.to} ${states[call.state] ?? call.state} (${call.status})`;
  card.classList.toggle("over", over);
  card.classList.toggle("ringing", call.state === "ringing");
  controls.hidden = over;
  if (call.line) addLine(heard, call.line, quiet);
  if (over) refresh();
}

function addLine(heard, line, quiet) {
  const item = element("li", (kinds[line.kind] ?? "") + line.text);
  if (line.language) item.lang = line.language;
  heard.append(item);
  heard.scrollTop = heard.scrollHeight;
  if (!quiet && line.kind === "said" && document.querySelector("#aloud").checked) {
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(line.text), { lang: line.language ?? "en-US" }));
  }
}

function fill(selector, texts) {
  document.querySelector(selector).replaceChildren(...texts.map(text => element("li", text)));
}

async function refresh() {
  const [cases, faults, problems] = await Promise.all([get("cases"), get("faults"), get("problems")]);
  fill("#cases", cases.map(found => `${found.reference} ${found.document.priority} ${found.document.service} ${found.document.statement.text ?? found.document.statement.state} (+${found.entries.length})`).reverse());
  fill("#faults", faults);
  fill("#problems", problems.map(problem => `${problem.errorCode} ${problem.reason}`).reverse());
}

document.querySelector("#dial").addEventListener("submit", event => {
  event.preventDefault();
  post("calls", { kind: event.target.elements.kind.value, which: 1234 });
});

document.querySelector("#fault").addEventListener("submit", async event => {
  event.preventDefault();
  const { point, fault, times } = event.target.elements;
  await post("faults", { point: point.value, fault: fault.value, times: Number(times.value) });
  await refresh();
});

// Everything known so far, and from then on each change as it happens.
async function catchUp() {
  const calls = await get("calls");
  for (const call of calls) {
    const lines = await get(`calls/${call.sid}/heard`);
    show(call, true);
    const { heard } = cards.get(call.sid);
    heard.replaceChildren();
    lines.forEach(line => addLine(heard, line, true));
  }
  await refresh();
}

const [about, known] = await Promise.all([get(""), get("samples")]);
samples = known;
document.querySelector("#where").textContent = `${about.number} → ${about.hotline}`;
const live = new EventSource(base + "events");
live.addEventListener("ready", catchUp);
live.addEventListener("call", event => show(JSON.parse(event.data)));
setInterval(refresh, 3000);
