import {forgetColours} from './colours.js';

/** Dark, since rigs stand in dark rooms, until the operator chooses light. */
const KEY = 'stimloop.theme';

const chosen = () => (localStorage.getItem(KEY) === 'light' ? 'light' : 'dark');

function apply(theme) {
  document.documentElement.dataset.theme = theme;
  forgetColours();
}

/** Wires the button; the callback is told when colours have changed. */
export function wireTheme(toggle, changed) {
  const show = () => {
    const dark = document.documentElement.dataset.theme === 'dark';
    toggle.textContent = dark ? 'Light' : 'Dark';
    toggle.setAttribute('aria-label', dark ? 'Change to light colours' : 'Change to dark colours');
  };
  apply(chosen());
  show();
  toggle.addEventListener('click', () => {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, next);
    apply(next);
    show();
    changed();
  });
}
