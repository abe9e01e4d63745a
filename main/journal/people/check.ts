/** Whether the desk shows everybody as the journal tells of them. Reads only; names nobody but by record number. */
import { patronWords, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Beside, People } from '../../../shared/patron/people.ts'
import { unlikeTold } from '../../../shared/patron/record.ts'
import { readParty, readPersonal } from '../../store/journal/journal-rows.ts'
import { readOverlayRows } from '../../store/overlay/overlaid.ts'
import { mergesNotShown, undoneNotShown } from '../../store/patrons/merge-rows.ts'
import { readRecord } from '../../store/patrons/record-rows.ts'
import { LAID_TO } from '../../store/policy/library-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { ofThisDesk } from '../settled-to.ts'

/** @param onUnreadable the words are none that this program reads: of whom they are about nothing more is known */
export function besideOf(desk: ReadHandle, { epoch, seq }: Place, onUnreadable: () => void): Beside {
  const patron_id = desk.get(readParty, { epoch, seq })?.patron_id ?? null
  const text = desk.get(readPersonal, { epoch, seq })?.text
  const words = text === undefined ? null : wordsIn(text)
  if (text !== undefined && words === null) onUnreadable()
  return { patron_id, words }
}

function wordsIn(text: string): PatronWords | null {
  try {
    return patronWords.safeParse(JSON.parse(text)).data ?? null
  } catch (fault) {
    if (fault instanceof SyntaxError) return null
    throw fault
  }
}

/** @returns what the desk shows otherwise, as a sentence */
export function unlikePeople(desk: ReadHandle, people: People): readonly string[] {
  if (people.size === 0) return []
  const merges = [mergesNotShown, undoneNotShown].flatMap((waits) => desk.all(waits, {}))
  const waiting = new Set([...notLaid(desk), ...merges.flatMap((one) => [one.former_patron_id, one.patron_id])])
  return [...people].flatMap(([patron_id, told]) => {
    if (waiting.has(patron_id)) return []
    const shown = readRecord(desk, patron_id as PatronId)
    const what = shown ? unlikeTold(told, shown) : 'record'
    return what === null ? [] : [`the desk shows something else of patron ${patron_id} than the journal: ${what}`]
  })
}

/** Whose entries the reference file has not taken yet. */
function notLaid(desk: ReadHandle): readonly number[] {
  const laid_to = ofThisDesk(desk, LAID_TO)
  return desk.all(readOverlayRows, {}).flatMap((row) => {
    if (row.table_name !== 'patron_entry' || row.content === null || !isAfter(row, laid_to)) return []
    return [(JSON.parse(row.content) as { readonly patron_id: number }).patron_id]
  })
}
