/**
 * Bundles the programs of the guest: an emulated processor would take longer to strip their types than to run them.
 */
import { bundlePrograms } from '../../../tools/bundle-program.ts'

/** @returns the folder with `agent.mjs` and `devices-child.mjs` */
export function bundleGuest(): Promise<string> {
  const input = { agent: 'test/hardware/guest/agent.ts', 'devices-child': 'test/hardware/guest/devices-child.ts' }
  return bundlePrograms(input, 'out/hardware/guest')
}
