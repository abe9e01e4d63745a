/**
 * What the vite configs share: what stays outside a bundle, and the Node version it targets. Do not list a package
 * without native code as external: it would be missing from the application.
 */
import { builtinModules } from 'node:module'

/** Packages with native code, loaded by Node itself. They are the only ones under "dependencies" in package.json. */
export const NATIVE_PACKAGES = ['better-sqlite3', 'node-hid', 'serialport'] as const

export const external = [/^node:/, ...builtinModules, /^electron(\/.*)?$/, ...NATIVE_PACKAGES]

/** Electron 45 carries Node 24. */
export const nodeTarget = 'node24'
