/**
 * What the vite configs share: what stays outside a bundle, and the Node version it targets. Do not list a package
 * without native code as external: it would be missing from the application.
 */
import { builtinModules } from 'node:module'
import type { Plugin } from 'vite'

/** Packages with native code, loaded by Node itself. They are the only ones under "dependencies" in package.json. */
export const NATIVE_PACKAGES = ['better-sqlite3', 'node-hid', 'serialport'] as const

export const external = [/^node:/, ...builtinModules, /^electron(\/.*)?$/, ...NATIVE_PACKAGES]

/** Electron 45 carries Node 24. */
export const nodeTarget = 'node24'

/**
 * Writes letters beyond ASCII as escapes: Node keeps the source of a module that has one such letter, an accent or a
 * dash, at two bytes a letter, all of it, as long as the process runs.
 */
export const oneByteSource: Plugin = {
  name: 'one-byte-source',
  // When everything else is done: what comes before would write the letters again. No line of the source map moves.
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(BEYOND, escaped)
  },
}

const BEYOND = /[^\0-\x7f]/g
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
