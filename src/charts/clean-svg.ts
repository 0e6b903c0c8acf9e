/** The inside of an SVG, with the size it is drawn at. */
export interface Picture {
  readonly inside: string;
  /** Fonts, for the element around it. */
  readonly fontFamily: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes what ECharts draws fit to stand in any page: no style sheet and no `style` attributes, which a
 * strict Content-Security-Policy forbids, no attributes of its own, and identifiers that depend on
 * nothing but the picture. Fonts are left to the element around it.
 */
export function cleanSvg(svg: string, id: string, fontFamily: string): string {
  const names = new Map<string, string>();
  const renamed = (name: string) => {
    const shortName = names.get(name) ?? `${id}-${names.size + 1}`;
    names.set(name, shortName);
    return shortName;
  };
  return svg
    .replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<style ?>(?:<!\[CDATA\[)?[^<]*<\/style>/g, '')
    .replace(/<path [^<>]*><\/path>\n?/g, (path) =>
      !/ fill="(?:none|rgb\(0,0,0\)|transparent)"/.test(path) ||
      (/ stroke="(?!none)[^"]+"/.test(path) && !/ stroke-width="0"/.test(path))
        ? path
        : '',
    )
    .replace(/<[a-z][^<>]*>/g, (tag) =>
      tag
        .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
        .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
        .replace(/ id="([^"]+)"/g, (_, name: string) => ` id="${renamed(name)}"`)
        .replace(/"url\(#([^)"]+)\)"/g, (_, name: string) => `"url(#${renamed(name)})"`)
        .replace(` font-family="${fontFamily}"`, '')
        .replace(/ (?=>)/, ''),
    )
    .trim();
}

/** Declarations of a `style` attribute as attributes of their own. */
function attributes(style: string): string {
  return style
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      if (colon < 0) return [];
      return [` ${declaration.slice(0, colon).trim()}="${declaration.slice(colon + 1).trim()}"`];
    })
    .join('');
}
