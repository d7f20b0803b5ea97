/** Builds elements. Text goes in as text only, so that no name can become markup. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') {
      made.className = value;
    } else if (name === 'on') {
      Object.entries(value).forEach(([event, handler]) => made.addEventListener(event, handler));
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Sets a text, and touches the page only where it differs. */
export function say(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** A button whose name is read out and shown on hover. */
export function button(text, label, onClick, className = 'quiet') {
  return element('button', {type: 'button', class: className, title: label, 'aria-label': label, on: {click: onClick}}, text);
}
