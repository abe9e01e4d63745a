/**
 * The journal as lines of text, for a verifier that does not need Datestamp (tools/verify.mjs). Holds no patron: the
 * party table stays behind.
 */
import { signedLine, type SignedHead } from '../../shared/journal/signed-head.ts'
import { readSeals, readTerminal } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

const PAGE = 1000

/**
 * First a line that names the terminal and the signed end, then one line an event: its place, its seal, and its content
 * word for word. What is cut off later is missing between the last line and that end.
 */
export function exportLines(
  desk: ReadHandle,
  signed: SignedHead | null,
): { readonly lines: readonly string[]; readonly events_count: number } {
  const terminal = desk.get(readTerminal, {})?.terminal_id ?? ''
  const lines = [
    JSON.stringify({ format: 'datestamp-journal', version: 1, terminal, signed: signed && signedLine(signed) }),
  ]
  let place = { epoch: 0, seq: 0 }
  for (;;) {
    const page = desk.all(readSeals, { ...place, limit: PAGE })
    const last = page.at(-1)
    if (!last) return { lines, events_count: lines.length - 1 }
    for (const { epoch, seq, content, seal_hex: hash } of page) {
      lines.push(JSON.stringify({ epoch, seq, hash, content }))
    }
    place = { epoch: last.epoch, seq: last.seq }
  }
}
