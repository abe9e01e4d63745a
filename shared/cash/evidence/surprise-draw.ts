/** Whether chance says that a drawer should be counted by surprise, about one time in so many. Pure. */
import type { CashEvent } from '../../journal/fold/cash.ts'
import { assert } from '../../kernel/assert.ts'

/** Random bytes that one draw takes. */
export const DRAW_BYTES = 4
const ALL = 2 ** 32

/** @param one_in_count zero: never @param bytes at random */
export function isCountDrawn(one_in_count: number, bytes: Uint8Array): boolean {
  if (one_in_count === 0) return false
  assert(bytes.length === DRAW_BYTES, 'a draw takes its bytes')
  const drawn = new DataView(bytes.buffer, bytes.byteOffset, DRAW_BYTES).getUint32(0)
  return drawn < Math.floor(ALL / one_in_count)
}

/** Whether a count was drawn in these entries of a session, and whether it was made since. */
export function drawnCount(events: readonly CashEvent[]): 'none' | 'due' | 'made' {
  const drawn = events.findIndex(({ kind }) => kind === 'count-drawn')
  if (drawn === -1) return 'none'
  const isMade = events.slice(drawn).some((one) => one.kind === 'drawer-counted' && one.body.reason === 'surprise')
  return isMade ? 'made' : 'due'
}

/** The same as it may be told of: nothing while the drawer is open and the count is still to be made. */
export function toldDraw(events: readonly CashEvent[]): ReturnType<typeof drawnCount> {
  const isClosed = events.some(({ kind }) => kind === 'drawer-closed')
  const draw = drawnCount(events)
  return draw === 'due' && !isClosed ? 'none' : draw
}
