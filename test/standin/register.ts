/**
 * Loaded first, by `node --import`: an import of `electron` gets the stand-in. The bundles are not touched. With
 * STANDIN_HASTE, intervals run that many times as fast, so that a test need not wait a minute.
 */
import { registerHooks } from 'node:module'

const STANDIN = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: STANDIN, shortCircuit: true } : next(name, context)),
})

const haste = Number(process.env['STANDIN_HASTE'] ?? 1)
const inPeace = globalThis.setInterval
const inHaste = (run: () => void, every_ms?: number): NodeJS.Timeout => inPeace(run, (every_ms ?? 0) / haste)
if (haste !== 1) Object.assign(globalThis, { setInterval: inHaste })
