/**
 * The first receipt of a process, for which nothing was read or compiled yet:
 *   node bench/support/first-receipt.ts text|drawn
 * prints what it and the second one took, in ms of processor time.
 */
import { encodeReceipt } from '../../main/devices/printers/encode/encode-receipt.ts'
import { profileOf } from '../../shared/devices/printer/profiles.ts'
import { must } from '../../shared/kernel/assert.ts'
import { processorMs } from './figures.ts'
import { DRAWN, PRINTER_MODEL, receipt } from './receipts-to-print.ts'

const profile = must(profileOf(PRINTER_MODEL), 'a profile')
const document = receipt(process.argv[2] === 'drawn' ? DRAWN : [])
const encode = (job: number): number => processorMs(() => encodeReceipt(document, profile, { job }))
console.log(JSON.stringify({ first_ms: encode(1), second_ms: encode(2) }))
