// Small ways to put things on the page.

/** A label: Korean, and the English beneath it. */
export function both(korean, english) {
  const made = document.createDocumentFragment();
  made.append(korean);
  if (english) made.append(' ', element('small', { lang: 'en' }, english));
  return made;
}

/** element('p', { className: 'hint' }, 'text', child); null and false among the children are left out. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  add(made, children);
  return made;
}

export function fill(container, ...children) {
  container.replaceChildren();
  add(container, children);
}

/** A button that tells on the page when its order was refused. */
export function button(label, className, act) {
  const made = element('button', { type: 'button', className }, label);
  made.addEventListener('click', () => trying(act));
  return made;
}

export const find = id => document.getElementById(id);

/** Runs an order; what is wrong with it is shown above the page instead of being lost in the console. */
export async function trying(act) {
  try {
    show('');
    await act();
  } catch (fault) {
    show(fault.message);
  }
}

export function show(text) {
  const notice = find('notice');
  notice.textContent = text;
  notice.hidden = text === '';
}

/** Keeps what was true before a page was left: whether it is read aloud, which call goes on. */
export const remembered = {
  get: (store, key) => { try { return store.getItem(key); } catch { return null; } },
  set: (store, key, value) => { try { store.setItem(key, value); } catch { /* A browser that keeps nothing is fine. */ } },
};

function add(container, children) {
  container.append(...children.filter(child => child !== null && child !== undefined && child !== false && child !== ''));
}
