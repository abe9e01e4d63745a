/** Where a copy goes, and a place in the line, in the reader's language. */
import type { Speech } from '../../shared/words/speech.ts'
import type { MovedRow } from '../store/circulation/hold-list-rows.ts'
import type { Hold } from '../circulation/holds/reading.ts'
import { goesTo, placeInLine } from '../circulation/holds/said.ts'
import type { Library } from '../library/library.ts'

/** "to North Branch", "back to Adult"; empty for a copy whose record is gone. */
export function goesWords(library: Library, { words }: Speech, copy: Pick<MovedRow, 'barcode' | 'location'>): string {
  const to = goesTo(library, copy)
  const { goes } = words.lines
  switch (to?.kind) {
    case 'hold':
      return goes.hold
    case 'transit':
      return goes.transit(to.branch_name)
    case 'shelf':
      return goes.shelf(to.location)
    case undefined:
      return ''
  }
}

/** "2nd of 5"; empty for no hold, and for one whose copy is set aside already. */
export function placeWords(library: Library, { words }: Speech, hold: Hold | null): string {
  const line = hold && placeInLine(library, hold)
  return line ? words.lines.place(line.place, line.of) : ''
}
