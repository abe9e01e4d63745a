/** Loaded first, by `node --import`: whoever imports `electron` gets the stand-in. The bundles are not touched. */
import { registerHooks } from 'node:module'

const STANDIN = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: STANDIN, shortCircuit: true } : next(name, context)),
})
