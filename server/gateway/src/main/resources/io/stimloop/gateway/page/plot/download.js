import {colour} from '../colours.js';
import {element} from '../dom.js';

/** Saves what a panel shows: as a picture with its title, or as a table with one line of columns. */
const MARGIN = 16;
const TITLE = 44;

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  element('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const fileName = (panel, ending) => `stimloop-${panel.key}-${new Date().toISOString().replaceAll(':', '')}.${ending}`;

export function savePng(panel) {
  const plot = panel.plot.canvas;
  const scale = devicePixelRatio || 1;
  const picture = element('canvas');
  picture.width = plot.width + 2 * MARGIN * scale;
  picture.height = plot.height + (TITLE + MARGIN) * scale;
  const ink = picture.getContext('2d');
  ink.fillStyle = colour('panel');
  ink.fillRect(0, 0, picture.width, picture.height);
  ink.fillStyle = colour('ink');
  ink.font = `600 ${14 * scale}px sans-serif`;
  ink.fillText(panel.title, MARGIN * scale, 20 * scale);
  ink.fillStyle = colour('faint');
  ink.font = `${12 * scale}px sans-serif`;
  ink.fillText(panel.readout.textContent, MARGIN * scale, 37 * scale);
  ink.drawImage(plot, MARGIN * scale, TITLE * scale);
  picture.toBlob((blob) => save(blob, fileName(panel, 'png')));
}

/** A cell as RFC 4180 has it. One that a spreadsheet would take for a formula is made a text. */
function cell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '';
  }
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table of a plot as text. */
export function csv({columns, rows}) {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

export function saveCsv(panel) {
  save(new Blob([csv(panel.plot.table())], {type: 'text/csv'}), fileName(panel, 'csv'));
}
