/** Bundles the desk that is killed, once a run: it starts hundreds of times, and so in a quarter of the time. */
import { join } from 'node:path'

const FOLDER = 'out/crash'
export const CHILD = join(FOLDER, 'child.mjs')

export async function setup(): Promise<void> {
  // Not in each worker that only reads the name: it loads all of vite.
  const { bundlePrograms } = await import('../../tools/bundle-program.ts')
  await bundlePrograms({ child: 'test/crash/child.ts' }, FOLDER)
}
