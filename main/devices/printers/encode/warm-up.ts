/**
 * Makes a paper that nobody prints: the first paper of a process reads fonts and runs code for the first time, and
 * takes many times as long as the next.
 */
import type { PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { printerTestPaper } from '../../../../shared/devices/printer/test-paper.ts'
import { wordsIn } from '../../../../shared/receipt/paper-language.ts'
import { encodeReceipt } from './encode-receipt.ts'

/** The models for which it was done. */
const warm = new Set<string>()

export async function warmUp(profile: PrinterProfile): Promise<void> {
  if (warm.has(profile.code)) return
  warm.add(profile.code)
  const paper = printerTestPaper({ printer: '', columns_count: profile.columns }, wordsIn('en'))
  for (const block of paper.blocks) {
    // One line at a time: the other devices share this process.
    await new Promise((done) => setImmediate(done))
    encodeReceipt({ ...paper, blocks: [block] }, profile, { job: null })
  }
}
