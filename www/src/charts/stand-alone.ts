/**
 * A chart as a picture that stands by itself: with its title, what it shows and a legend, in the
 * colours of the light page, every style written where it applies.
 */
import type { DrawnChart, Named } from './draw';

export interface Caption {
  title: string;
  /** What the chart shows, one paragraph a line. */
  notes: readonly string[];
  legend: readonly Named[];
  /** Where the picture comes from. */
  source: string;
  language: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Styles that a viewer without our style sheets cannot know. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant',
  'text-anchor',
] as const;
const MARGIN = 24;
/** The width of exported charts in pixels, without margins. */
export const EXPORTED_WIDTH = 800;

/** Writes the styles of an element where they differ from what it inherits. */
function inlineStyles(original: Element, copy: Element, inherited: Map<string, string>): void {
  const style = getComputedStyle(original);
  const own = new Map(inherited);
  for (const name of INLINED) {
    const value = style.getPropertyValue(name);
    copy.removeAttribute(name);
    if (value !== inherited.get(name)) copy.setAttribute(name, value);
    if (name !== 'opacity') own.set(name, value);
  }
  for (const name of ['class', 'style']) copy.removeAttribute(name);
  Array.from(original.children).forEach((child, i) => {
    const counterpart = copy.children[i];
    if (counterpart && child.tagName !== 'title') inlineStyles(child, counterpart, own);
  });
}

interface Writing {
  y: number;
  size: number;
  color: string;
  weight?: string;
}

function write(parent: Element, text: string, { y, size, color, weight }: Writing): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  element.textContent = text;
  const attributes = { x: MARGIN, y, 'font-size': `${size}px`, fill: color, 'font-weight': weight };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  parent.append(element);
  return element;
}

/** Breaks a text into lines that fit; between words, or, in Chinese, anywhere. */
function lines(text: string, width: number, size: number, family: string): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [text];
  context.font = `${size}px ${family}`;
  const words =
    text.match(/[\u2e80-\uffef][，。：；、！？」）]*|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  const broken: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && context.measureText((line + word).trimEnd()).width > width) {
      broken.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...broken, line.trimEnd()].filter((each) => each !== '');
}

/** The colours of the light page and its fonts, whatever the page looks like at the moment. */
function lightHost(language: string): HTMLElement {
  const host = document.createElement('div');
  host.className = 'chart chart-exported';
  host.lang = language;
  host.setAttribute('aria-hidden', 'true');
  document.body.append(host);
  return host;
}

/** Draws a chart as SVG. */
export function standAlone(
  draw: (width: number) => DrawnChart,
  { title, notes, legend, source, language }: Caption,
): SVGSVGElement {
  const host = lightHost(language);
  try {
    const chart = draw(EXPORTED_WIDTH).element;
    host.append(chart);
    const { color, fontFamily, backgroundColor } = getComputedStyle(host);
    const soft = getComputedStyle(host, '::before').color;
    const copy = chart.cloneNode(true) as SVGSVGElement;
    inlineStyles(chart, copy, new Map([['opacity', '1']]));

    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('xmlns', SVG);
    picture.setAttribute('font-family', fontFamily);
    picture.setAttribute('xml:lang', language);
    picture.setAttribute('role', 'img');
    const name = document.createElementNS(SVG, 'title');
    name.textContent = title;
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('fill', backgroundColor);
    picture.append(name, ground);

    let y = MARGIN + 18;
    write(picture, title, { y, size: 20, color, weight: '600' });
    for (const line of notes.flatMap((note) => lines(note, EXPORTED_WIDTH, 13, fontFamily))) {
      y += 20;
      write(picture, line, { y, size: 13, color: soft });
    }
    y += 16;
    copy.setAttribute('x', String(MARGIN));
    copy.setAttribute('y', String(y));
    picture.append(copy);
    y += Number(chart.getAttribute('height')) + 28;
    y = writeLegend(picture, host, legend, { y, size: 13, color });
    write(picture, source, { y: y + 24, size: 11, color: soft });

    const width = EXPORTED_WIDTH + 2 * MARGIN;
    const height = y + 24 + MARGIN;
    for (const element of [picture, ground]) {
      element.setAttribute('width', String(width));
      element.setAttribute('height', String(height));
    }
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    return picture;
  } finally {
    host.remove();
  }
}

/** A square in its colour before each name, in as many lines as it takes; where the last one ends. */
function writeLegend(
  picture: SVGSVGElement,
  host: HTMLElement,
  legend: readonly Named[],
  { y: top, size, color }: Writing,
): number {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(host);
  if (context) context.font = `${size}px ${fontFamily}`;
  let [x, y] = [MARGIN, top];
  for (const { name, tint } of legend) {
    const width = 20 + (context?.measureText(name).width ?? name.length * size) + 20;
    if (x > MARGIN && x + width > EXPORTED_WIDTH + MARGIN) [x, y] = [MARGIN, y + 22];
    const probe = document.createElement('span');
    probe.dataset.tint = tint;
    host.append(probe);
    const square = document.createElementNS(SVG, 'rect');
    const attributes = { x, y: y - 11, width: 12, height: 12, fill: getComputedStyle(probe).color };
    for (const [key, value] of Object.entries(attributes)) square.setAttribute(key, String(value));
    picture.append(square);
    write(picture, name, { y, size, color }).setAttribute('x', String(x + 18));
    x += width;
  }
  return y;
}

/** The picture as a file of its own. */
export const svgText = (picture: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

/** The picture as PNG, with two pixels for one. */
export async function pngFile(picture: SVGSVGElement): Promise<Blob> {
  const file = new Blob([svgText(picture)], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * Number(picture.getAttribute('width'));
    canvas.height = 2 * Number(picture.getAttribute('height'));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('no picture'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
