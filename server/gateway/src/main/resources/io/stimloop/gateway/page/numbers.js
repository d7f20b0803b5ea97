/** How numbers are written. What is not known is a dash. */
const NONE = '–';
const known = (value) => typeof value === 'number' && Number.isFinite(value);

/** With so many significant digits, and no exponent where people can do without. */
export function short(value, digits = 3) {
  if (!known(value)) {
    return NONE;
  }
  if (value === 0) {
    return '0';
  }
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) {
    return value.toExponential(digits - 1);
  }
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return String(Number(value.toFixed(places))).replace('-', '−');
}

export const whole = (value) => (known(value) ? Math.round(value).toLocaleString('en-US') : NONE);
export const fixed = (value, places) => (known(value) ? value.toFixed(places).replace('-', '−') : NONE);
export const percent = (share) => (known(share) ? `${Math.round(share * 100)}%` : NONE);
/** A value and its unit; a unit of 1 is none. */
export const withUnit = (text, unit) => (unit && unit !== '1' ? `${text} ${unit}` : text);

/** A name and its unit, as an axis has them. */
export const labelled = (name, unit) => (unit && unit !== '1' ? `${name} (${unit})` : name);

/** How long something takes or is ago. */
export function duration(ms) {
  if (!known(ms)) {
    return NONE;
  }
  if (ms < 1000) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 60000) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  return ms < 3600000 ? `${Math.floor(ms / 60000)} min` : `${(ms / 3600000).toFixed(1)} h`;
}

/** The time of day, as the operator's clock shows it. */
export function clock(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? NONE : at.toLocaleTimeString('en-GB');
}

/** A stimulus in words: its values with their units, or the targets that are on. */
export function stimulus(values, dimensions, targets) {
  if (!values || values.length === 0) {
    return 'blank';
  }
  const nameOf = (k) => (targets && targets[k] ? targets[k].name : dimensions[k] ? dimensions[k].name : `x${k + 1}`);
  const unitOf = (k) => (dimensions[k] ? dimensions[k].unit : '');
  const shown = values.map((value, k) => ({value, k})).filter(({value}) => values.length <= 3 || value !== 0);
  const words = shown.slice(0, 6).map(({value, k}) => withUnit(`${nameOf(k)} ${short(value, 4)}`, unitOf(k)));
  return words.length === 0 ? 'all off' : words.join(', ') + (shown.length > 6 ? ` and ${shown.length - 6} more` : '');
}
