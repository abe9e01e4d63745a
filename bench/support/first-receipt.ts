/**
 * The first receipt of a process, for which nothing was read or compiled yet, or only what is warmed up when a printer
 * is opened:
 *   node bench/support/first-receipt.ts text|drawn cold|warm
 * prints what the warm-up, this receipt and the next one took, in ms of processor time.
 */
import { encodeReceipt } from '../../main/devices/printers/encode/encode-receipt.ts'
import { warmUp } from '../../main/devices/printers/encode/warm-up.ts'
import { profileOf } from '../../shared/devices/printer/profiles.ts'
import { must } from '../../shared/kernel/assert.ts'
import { processorMs } from './figures.ts'
import { DRAWN, PRINTER_MODEL, receipt } from './receipts-to-print.ts'

const profile = must(profileOf(PRINTER_MODEL), 'a profile')
const document = receipt(process.argv[2] === 'drawn' ? DRAWN : [])
const encode = (job: number): number => processorMs(() => encodeReceipt(document, profile, { job }))
const before = process.cpuUsage()
if (process.argv[3] === 'warm') await warmUp(profile)
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ warm_up_ms: (user + system) / 1000, first_ms: encode(1), second_ms: encode(2) }))
