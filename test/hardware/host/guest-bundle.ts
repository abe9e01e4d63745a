/**
 * Bundles the programs of the guest: an emulated processor would take longer to strip their types than to run them.
 */
import { join } from 'node:path'
import { build } from 'vite'
import { external, nodeTarget } from '../../../tools/bundle.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** @returns the folder with `agent.mjs` and `devices-child.mjs` */
export async function bundleGuest(): Promise<string> {
  const outDir = join(ROOT, 'out/hardware/guest')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      rolldownOptions: {
        input: { agent: 'test/hardware/guest/agent.ts', 'devices-child': 'test/hardware/guest/devices-child.ts' },
        external,
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  })
  return outDir
}
