/** Bundles programs like the application, so that TypeScript counts neither in their start nor in their memory. */
import { join } from 'node:path'
import { build } from 'vite'
import { external, nodeTarget, oneByteSource } from './bundle.ts'

const ROOT = join(import.meta.dirname, '..')

/** @param input the files of the programs, by name @returns the folder with `<name>.mjs` of each */
export async function bundlePrograms(input: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const outDir = join(ROOT, folder)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [oneByteSource],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      rolldownOptions: {
        input: { ...input },
        external,
        output: { comments: false, format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  })
  return outDir
}
