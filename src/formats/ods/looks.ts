import { SaxesParser } from 'saxes';

/** How text or a sheet looks, as far as it decides what is visible. */
export interface OdsLook {
  readonly isStruck?: boolean;
  readonly isHidden?: boolean;
  readonly position?: 'raised' | 'lowered' | 'level';
}

/** How each style looks, by what it is for and its name. */
export type OdsLooks = (
  family: 'table' | 'table-cell' | 'text' | 'paragraph',
  name: string | undefined,
) => OdsLook;

/** Styles based on each other deeper than this are a circle. */
const MAX_DEPTH = 32;

/** Reads how text looks in the styles of a spreadsheet: those of the file, and those of its content. */
export function odsLooks(parts: readonly string[]): OdsLooks {
  const declared = new Map<string, { look: OdsLook; parent?: string }>();
  for (const xml of parts) {
    let current: { look: OdsLook; parent?: string } | undefined;
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'style:style') {
        const family = attributes['style:family'] ?? '';
        const parent = attributes['style:parent-style-name'];
        current = { look: {}, ...(parent === undefined ? {} : { parent: `${family} ${parent}` }) };
        declared.set(`${family} ${attributes['style:name']}`, current);
      } else if (current) current.look = { ...current.look, ...lookOf(name, attributes) };
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'style:style') current = undefined;
    });
    parser.write(xml).close();
  }
  return (family, name) => {
    let look: OdsLook = {};
    let style = declared.get(`${family} ${name}`);
    for (let depth = 0; style && depth < MAX_DEPTH; depth += 1) {
      look = { ...style.look, ...look };
      style = style.parent === undefined ? undefined : declared.get(style.parent);
    }
    return look;
  };
}

function lookOf(name: string, attributes: Readonly<Record<string, string>>): OdsLook {
  if (name === 'style:table-properties')
    return attributes['table:display'] === 'false' ? { isHidden: true } : {};
  if (name !== 'style:text-properties') return {};
  const lineThrough =
    attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  const [position] = (attributes['style:text-position'] ?? '').split(' ');
  const shift = position === 'super' ? 1 : position === 'sub' ? -1 : Number.parseFloat(position ?? '');
  return {
    ...(lineThrough === undefined ? {} : { isStruck: lineThrough !== 'none' }),
    ...(attributes['text:display'] === 'none' ? { isHidden: true } : {}),
    ...(Number.isNaN(shift) ? {} : { position: shift > 0 ? 'raised' : shift < 0 ? 'lowered' : 'level' }),
  };
}
