/** A devices host in a process of its own, which umockdev shows made-up devices: prints what it says, a line each. */
import { DevicesHost } from '../../../main/devices/host.ts'
import { deviceSetupSchema } from '../../../shared/devices/setup.ts'

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const host = new DevicesHost({
  monotonic_ms: () => performance.now(),
  say: (said) => print({ said }),
  scan: (scan) => print({ scan }),
  log: (line) => print({ log: line }),
})

await host.discover(1)
await host.use([deviceSetupSchema.parse(JSON.parse(process.argv[2] ?? ''))])
// What is ready is told to do something once.
const told = process.argv[3]
if (told === 'pulse') setTimeout(() => host.do('D.1.1.0', 'DRAWERBOX-1', { kind: 'pulse' }), 1_000)
if (told === 'beep') setTimeout(() => host.do('beep-1.1', 'SCANNER-1', { kind: 'beep' }), 1_000)
process.stdin.once('end', () => void host.close())
process.stdin.resume()
