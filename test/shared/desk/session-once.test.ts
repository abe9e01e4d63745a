/** Which commands a session remembers: at least the last few hundred, by their ids, the oldest forgotten first. */
import { expect, test } from 'vitest'
import { EMPTY_SESSION, type Session } from '../../../shared/desk/session/session.ts'
import { commandShown, withCommand } from '../../../shared/desk/session/session-once.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { seededRandom } from '../../main/support/fakes.ts'

const random = seededRandom(2026)
const ids = Array.from({ length: 2000 }, (_, at) => commandId(instant(1_795_540_020_000 + at), random))

const after = (done: readonly string[]): Session =>
  done.reduce((session, id) => withCommand(session, id, `${id}:asked`), EMPTY_SESSION)

test('the last commands are found by their ids, with what they asked', () => {
  const session = after(ids)
  for (const id of ids.slice(-200)) expect(commandShown(session, id)).toBe(`${id}:asked`)
})

test('the oldest are forgotten, and a session does not grow without end', () => {
  const session = after(ids)
  const shown = ids.filter((id) => commandShown(session, id) !== null)
  expect(shown.length).toBe(512)
  for (const id of ids.slice(0, 1000)) expect(commandShown(session, id)).toBeNull()
})

test('a command that is remembered changes nothing', () => {
  const session = after(ids.slice(0, 3))
  expect(withCommand(session, ids[1] ?? '', `${ids[1]}:asked`)).toBe(session)
})
