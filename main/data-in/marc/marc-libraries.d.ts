/** The parts of two MARC packages that are used here and come without types. */
declare module 'marcjs/lib/Iso2709Parser.js' {
  /** Answers text by byte range, as a Buffer does. */
  type Text = { toString(encoding: string, from: number, to: number): string }
  const parser: {
    /** `fields`: [tag, value] of a control field, else [tag, indicators, code, value, code, value …]. */
    parse(bytes: Text): { leader: string; fields: string[][] }
  }
  export = parser
}

declare module 'marc8/lib/marc8_mapping.js' {
  const tables: { readonly CODESETS: Readonly<Record<number, Readonly<Record<number, readonly [number, number]>>>> }
  export = tables
}
