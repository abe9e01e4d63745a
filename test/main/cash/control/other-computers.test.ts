/**
 * One backup, put in place at several computers: the first computer breaks, and so does the next one, or the first one
 * comes back from repair. No number of a receipt is given at two of them, and each proves its journal.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SigningPorts } from '../../../../main/journal/signing.ts'
import { recoveryKeyOf } from '../../../../shared/kernel/recovery-key.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { FakeClock, KEY, TUESDAY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { opened, selling } from '../closing/closes.ts'
import { verified } from './verified.ts'

const DAY = 24 * 3_600_000

function signing(of: number): SigningPorts {
  return { key: new Uint8Array(32).fill(of), is_new: true, kept: null, keep: () => {} }
}

async function numberOf(desk: TestDesk, quantity_count: number): Promise<string> {
  const { done } = await desk.ok('payment.take', selling(desk, quantity_count))
  return done?.full_receipt_number ?? ''
}

/** A computer that nobody set up takes the backup by its recovery key. */
async function atNewComputer(from_folder: string, of: number): Promise<TestDesk> {
  // The random bytes of these tests come of the clock.
  const clock = new FakeClock(instant(TUESDAY + DAY + of * 60_000))
  const desk = await openDesk(testFolder(), { key: new Uint8Array(32).fill(of), signing: signing(of) }, clock)
  const recovery_key = recoveryKeyOf(KEY).join(' ')
  await desk.ok('store.restore', { commandId: desk.id(), from_folder, recovery_key })
  return rosaAt(desk)
}

test('two computers that go on from the same backup give no receipt the same number', async () => {
  const first = await rosaAt(await (await opened()).reopen({ signing: signing(1) }))
  const from_folder = join(testFolder(), 'evening')
  await numberOf(first, 5)
  await first.ok('store.backup', { to_folder: from_folder })
  const given = [await numberOf(first, 6)]
  const computers = [await atNewComputer(from_folder, 2), await atNewComputer(from_folder, 3)]
  for (const [at, desk] of computers.entries()) given.push(await numberOf(desk, 7 + at))
  await first.ok('store.restore', { commandId: first.id(), from_folder })
  await rosaAt(first)
  given.push(await numberOf(first, 9))
  expect(new Set(given).size, given.join(', ')).toBe(given.length)
  for (const desk of [...computers, first]) {
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await verified(desk)).toBe('')
  }
})
