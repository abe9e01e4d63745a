/** Bundles the child like the application, so that TypeScript counts neither in its start nor in its memory. */
import { join } from 'node:path'
import { bundlePrograms } from '../../tools/bundle-program.ts'

/** The path of the bundle. */
export async function bundleChild(): Promise<string> {
  return join(await bundlePrograms({ child: 'bench/child.ts' }, 'out/bench/child'), 'child.mjs')
}
