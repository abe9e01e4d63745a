/**
 * The devices process as it is built, for the guest: node test/hardware/guest/devices-child.ts BUNDLE USER. USER is a
 * number; 0 is root. The checkout may lie where only root may read, so what the process loads is loaded before root is
 * given up.
 */
import '../../standin/parent-port.ts'
import { pathToFileURL } from 'node:url'

const [bundle = '', user = ''] = process.argv.slice(2)
await Promise.all([import('node-hid'), import('serialport')])
await import(pathToFileURL(bundle).href)
const id = Number(user)
if (id > 0) {
  process.setgroups?.([id])
  process.setgid?.(id)
  process.setuid?.(id)
}
