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
// A drawer is opened once it is ready.
if (process.argv[3] === 'pulse') setTimeout(() => host.do('D.1.1.0', 'DRAWERBOX-1', { kind: 'pulse' }), 1_000)
process.stdin.once('end', () => void host.close())
process.stdin.resume()
