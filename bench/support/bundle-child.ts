/** Bundles the child like the application, so that TypeScript counts neither in its start nor in its memory. */
import { join } from 'node:path'
import { build } from 'vite'
import { external, nodeTarget } from '../../tools/bundle.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** The path of the bundle. */
export async function bundleChild(): Promise<string> {
  const outDir = join(ROOT, 'out', 'bench', 'child')
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
      rolldownOptions: { input: 'bench/child.ts', external, output: { format: 'es', entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}
