/** The guide, read when the program is built (tools/guide/plugin.ts); renderer/guide.ts says what it is. */
declare module 'virtual:guide' {
  export const GUIDE: unknown
}
