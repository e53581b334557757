import { element } from './page.js';

const keys = [
  ['1', ''], ['2', ''], ['3', ''],
  ['4', ''], ['5', ''], ['6', ''],
  ['7', ''], ['8', '빨리 나가기', 'Quick exit'], ['9', 'English', ''],
  ['*', '다시', 'Repeat'], ['0', '상담원', 'Counselor'], ['#', '이전', 'Back'],
];

const names = { '*': '별표', '#': '우물정자' };

/** Fills the group with twelve keys, and lets the computer's own keys press them wherever nobody is writing. */
export function keypad(group, press) {
  for (const [key, korean, english] of keys) {
    const made = element('button', { type: 'button', disabled: true, 'data-key': key },
      element('b', { 'aria-hidden': names[key] ? 'true' : 'false' }, key),
      names[key] && element('span', { className: 'out-of-sight' }, `${names[key]} `),
      korean && element('span', {}, korean),
      english && element('small', { lang: 'en' }, english));
    made.addEventListener('click', () => press(key));
    group.append(made);
  }

  document.addEventListener('keydown', event => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const pressed = group.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!pressed || pressed.disabled) return;
    event.preventDefault();
    pressed.classList.add('down');
    setTimeout(() => pressed.classList.remove('down'), 150);
    press(event.key);
  });
}

const isWriting = target => target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=file])');
