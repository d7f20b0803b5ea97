/**
 * Colours by their role. Those of the page come from the style sheet, so that dark and light differ there only. The ramp
 * goes from dark blue over green to yellow with rising lightness, so that it reads without colour vision and in grey.
 */
const RAMP = [[52, 20, 92], [58, 60, 132], [46, 98, 142], [36, 132, 140], [44, 166, 126], [110, 196, 90], [182, 218, 54], [250, 230, 50]];
let styles = null;
let cache = new Map();

/** The colour of a role, as `ink`, `accent` or `alarm`. */
export function colour(role) {
  if (!cache.has(role)) {
    styles ??= getComputedStyle(document.documentElement);
    cache.set(role, styles.getPropertyValue(`--${role}`).trim());
  }
  return cache.get(role);
}

/** To be called when the theme has changed. */
export function forgetColours() {
  styles = null;
  cache = new Map();
}

/** Place 0 to 1 on the ramp. */
export function ramp(share) {
  const place = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * (RAMP.length - 1);
  const below = Math.min(RAMP.length - 2, Math.floor(place));
  const mix = RAMP[below].map((value, k) => Math.round(value + (RAMP[below + 1][k] - value) * (place - below)));
  return `rgb(${mix[0]},${mix[1]},${mix[2]})`;
}
