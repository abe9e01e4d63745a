/**
 * How far the central server has acknowledged this journal, where there is one: until then the records beside an event
 * are kept for it, up to a longest age; what was forgotten sooner is marked, so that the wire says "already forgotten"
 * and not "nobody". A standalone desk waits for nobody.
 */
import { assert } from '../../shared/kernel/assert.ts'
import { dropErasing, dropMarks, forgottenUnsent } from '../store/journal/acknowledged-rows.ts'
import { dropSetting, readSetting, writeSetting } from '../store/journal/journal-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { isAfter, placeOf, placeText, type Place } from '../../shared/journal/place.ts'

const ACKED_TO = 'acked_to'

/** The last event that the server acknowledged, "0.0" for none yet; null for a desk without a server. */
export function ackedTo(desk: ReadHandle): Place | null {
  const text = desk.get(readSetting, { name: ACKED_TO })?.value
  return text === undefined ? null : placeOf(text)
}

/** Whether a server is still to hear of this event. */
export function isUnsent(acked: Place | null, place: Place): boolean {
  return acked !== null && isAfter(place, acked)
}

/** The server has everything up to here. The first call, with nothing acknowledged, says that there is a server. */
export function acknowledge(desk: WriteHandle, to: Place): void {
  const before = ackedTo(desk)
  assert(before === null || !isAfter(before, to), 'an acknowledgement is never taken back')
  desk.transact(() => {
    desk.run(writeSetting, { name: ACKED_TO, value: placeText(to) })
    desk.run(dropMarks, { epoch: to.epoch, seq: to.seq })
    desk.run(dropErasing, { epoch: to.epoch, seq: to.seq })
  })
}

/** Of the events of an epoch from first to last, those that go out as "already forgotten". */
export function alreadyForgotten(desk: WriteHandle, epoch: number, first: number, last: number): readonly number[] {
  return desk.all(forgottenUnsent, { epoch, first_seq: first, last_seq: last }).map((row) => row.seq)
}

/** There is no server any more, or another one. */
export function forgetServer(desk: WriteHandle): void {
  desk.run(dropSetting, { name: ACKED_TO })
}
