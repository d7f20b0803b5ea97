import {colour, ramp} from '../colours.js';
import {short} from '../numbers.js';
import {write} from './field.js';

/** Heat maps: values on a grid of two dimensions, with axes and a bar that says what the colours mean. */
const LEFT = 34;
const BOTTOM = 30;
const TOP = 18;
const BAR = 58;

/** Puts scattered points on their grid: {xs, ys, values[row][column]}, NaN where there is none. */
export function grid(stimuli, values) {
  const axis = (k) => [...new Set(stimuli.map((point) => point[k]))].sort((a, b) => a - b);
  const [xs, ys] = [axis(0), axis(1)];
  const [column, row] = [new Map(xs.map((x, i) => [x, i])), new Map(ys.map((y, i) => [y, i]))];
  const rows = ys.map(() => new Float64Array(xs.length).fill(NaN));
  stimuli.forEach((point, i) => {
    rows[row.get(point[1])][column.get(point[0])] = values[i] ?? NaN;
  });
  return {xs, ys, values: rows};
}

/** The least and the greatest known value. */
export function extent(values) {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value !== null && Number.isFinite(value)) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }
  return least > greatest ? [0, 1] : [least, greatest];
}

/** The place of a map within a box, with room for axes and the bar. */
export function frame(box) {
  return {x: box.x + LEFT, y: box.y + TOP, width: box.width - LEFT - BAR, height: box.height - TOP - BOTTOM};
}

export function drawMap(ink, box, {xs, ys, values}, {title, unit, labels}) {
  const inner = frame(box);
  const [least, greatest] = extent(values.flatMap((row) => [...row]));
  const [wide, high] = [inner.width / xs.length, inner.height / ys.length];
  values.forEach((row, j) => row.forEach((value, i) => {
    ink.fillStyle = Number.isNaN(value) ? colour('grid') : ramp((value - least) / (greatest - least || 1));
    ink.fillRect(inner.x + i * wide, inner.y + (ys.length - 1 - j) * high, Math.ceil(wide) + 0.4, Math.ceil(high) + 0.4);
  }));
  write(ink, title, inner.x, box.y + 12, {role: 'ink', most: inner.width + BAR});
  const under = inner.y + inner.height;
  write(ink, short(xs[0]), inner.x, under + 13);
  write(ink, short(xs.at(-1)), inner.x + inner.width, under + 13, {align: 'right'});
  write(ink, labels[0], inner.x + inner.width / 2, under + 25, {align: 'center', most: inner.width});
  write(ink, short(ys[0]), inner.x - 4, under, {align: 'right', most: LEFT});
  write(ink, short(ys.at(-1)), inner.x - 4, inner.y + 9, {align: 'right', most: LEFT});
  write(ink, labels[1], inner.x - 4, inner.y + inner.height / 2, {align: 'right', most: LEFT});
  bar(ink, {x: inner.x + inner.width + 6, y: inner.y, height: inner.height}, least, greatest, unit);
}

function bar(ink, {x, y, height}, least, greatest, unit) {
  for (let k = 0; k < height; k++) {
    ink.fillStyle = ramp(1 - k / height);
    ink.fillRect(x, y + k, 7, 1.5);
  }
  write(ink, short(greatest, 2), x + 10, y + 9, {most: BAR - 16});
  write(ink, short(least, 2), x + 10, y + height, {most: BAR - 16});
  write(ink, unit, x + 10, y + height / 2, {most: BAR - 16});
}

/** The column and row under a point of the canvas; null outside. */
export function cellAt(box, {xs, ys}, x, y) {
  const inner = frame(box);
  const column = Math.floor((x - inner.x) / inner.width * xs.length);
  const row = ys.length - 1 - Math.floor((y - inner.y) / inner.height * ys.length);
  return column >= 0 && column < xs.length && row >= 0 && row < ys.length ? {column, row} : null;
}

/** Where a stimulus lies on a map, also one between its cells. */
export function middle(box, {xs, ys}, point) {
  const inner = frame(box);
  const share = (axis, value) => ((value - axis[0]) / (axis.at(-1) - axis[0] || 1) * (axis.length - 1) + 0.5) / axis.length;
  return [inner.x + share(xs, point[0]) * inner.width, inner.y + inner.height - share(ys, point[1]) * inner.height];
}
