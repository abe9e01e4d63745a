/** A devices host in a process of its own, with one printer and one paper, for a test that kills it. */
import { DevicesHost } from '../../../main/devices/host.ts'
import { printing, tcpPrinter } from './printer-setup.ts'

const host = new DevicesHost({
  monotonic_ms: () => performance.now(),
  say: (said) => {
    if (said.kind === 'now' && said.device.state === 'ready')
      host.do('R1', 'PRINTER-1', printing(process.argv[3] ?? ''))
    process.stdout.write(`${JSON.stringify(said)}\n`)
  },
  scan: () => undefined,
  log: () => undefined,
})

await host.use([tcpPrinter(Number(process.argv[2]), { profile_code: 'epson-tm-t88v' })])
