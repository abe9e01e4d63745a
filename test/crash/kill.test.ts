/**
 * kill -9 at every statement of every transaction: what was answered is there, what was not is whole or absent, and
 * sending everything again with the same ids ends in the very same state.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk, makeFiles, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { BADGE, CARDS, ITEMS } from '../main/support/small-library.ts'
import { FakeClock, seededRandom, TUESDAY } from '../main/support/fakes.ts'
import type { Reply, Request } from '../../shared/ipc/envelope.ts'
import { commandId } from '../../shared/kernel/ids.ts'

const ids = seededRandom(42)
const scan = (text: string): Request => ({
  id: 1,
  method: 'desk.scan',
  input: { commandId: commandId(TUESDAY, ids), text, source: 'scan' },
})
const command = (method: string, input: object = {}): Request => ({
  id: 1,
  method,
  input: { commandId: commandId(TUESDAY, ids), ...input },
})

const SHIFT: readonly Request[] = [
  scan(BADGE),
  scan(CARDS.dana),
  scan(ITEMS.warmth),
  scan(ITEMS.educated),
  command('desk.undo'),
  command('desk.renew-all'),
  scan(CARDS.omar),
  command('loan.check-out', { card_barcode: CARDS.omar, item_barcode: ITEMS.becoming }),
  command('loan.check-in', { item_barcode: ITEMS.warmth }),
  command('loan.check-in', { item_barcode: ITEMS.becoming }),
]

function run(folder: string, killAt: string): { replies: Reply[]; statements: number; signal: string | null } {
  const file = join(folder, 'commands.json')
  writeFileSync(file, JSON.stringify(SHIFT))
  const child = spawnSync(process.execPath, ['test/crash/child.ts', folder, file, killAt], { encoding: 'utf8' })
  const lines = child.stdout.split('\n').filter((line) => line !== '')
  const replies = lines.map((line) => JSON.parse(line) as Reply & { statements?: number })
  const statements = replies.at(-1)?.statements ?? 0
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(child.stderr)
  return { replies: replies.filter((reply) => reply.statements === undefined), statements, signal: child.signal }
}

/** Everything a person could ask of the desk about the books of this shift, without record numbers or times. */
async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card of [CARDS.dana, CARDS.omar]) {
    const { loans } = await desk.ok('patron.get', { card_barcode: card })
    people.push(loans.map(({ barcode, due_text, renewals }) => ({ barcode, due_text, renewals })))
  }
  const items = []
  for (const barcode of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) {
    const { is_out, status } = await desk.ok('item.get', { item_barcode: barcode })
    items.push({ barcode, is_out, status })
  }
  return { people, items }
}

async function inspect(folder: string): Promise<{ state: unknown; kinds: string[]; problems: unknown }> {
  const clock = new FakeClock(TUESDAY)
  clock.pass(3_600_000)
  const desk = await openDesk(folder, {}, clock)
  const { problems } = await desk.ok('journal.verify', {})
  await desk.scan(BADGE)
  const kinds = (await desk.ok('journal.recent', { limit: 100 })).events.map((event) => event.kind)
  const found = { state: await state(desk), kinds, problems }
  await desk.station.close()
  return found
}

const LOANS = ['item-checked-out', 'item-checked-in', 'loan-renewed', 'check-out-undone']
const loansOf = (kinds: readonly string[]): string[] => kinds.filter((kind) => LOANS.includes(kind))

test('killed before and after every statement of a shift', async () => {
  const template = testFolder()
  makeFiles(template)
  const whole = testFolder()
  cpSync(template, whole, { recursive: true })
  const { statements, signal, replies } = run(whole, '0')
  expect(signal).toBeNull()
  expect(replies.map((reply) => reply.result.kind)).toEqual(SHIFT.map(() => 'ok'))
  expect(statements).toBeGreaterThan(30)
  const wanted = await inspect(whole)
  expect(wanted.problems).toEqual([])

  for (let number = 1; number <= statements; number += 1) {
    for (const killAt of number % 3 === 0 ? [`${number}`, `${number}+`] : [`${number}`]) {
      const folder = testFolder()
      cpSync(template, folder, { recursive: true })
      const cut = run(folder, killAt)
      expect(cut.signal, killAt).toBe('SIGKILL')
      const after = await inspect(folder)
      expect(after.problems, killAt).toEqual([])
      const again = run(folder, '0')
      expect(again.replies.length, killAt).toBe(SHIFT.length)
      // What had been answered before the cut is answered the same again, where the answer is of a record.
      for (const [index, reply] of cut.replies.entries()) {
        if (SHIFT[index]?.method.startsWith('loan.')) expect(again.replies[index]?.result, killAt).toEqual(reply.result)
      }
      const end = await inspect(folder)
      expect(end.problems, killAt).toEqual([])
      expect(loansOf(end.kinds).toSorted(), killAt).toEqual(loansOf(wanted.kinds).toSorted())
      expect(end.state, killAt).toEqual(wanted.state)
    }
  }
}, 600_000)
