/** How long a wrong sign-in takes says nothing of whose initials exist (security review S3-2): slow hashes counted. */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { expect, test } from 'vitest'
import { elsewhere, workingDesk } from '../../support/desk.ts'
import { BADGE } from '../../support/small-library.ts'

/** How often the computer is asked for a slow hash: the computer's own function is watched, nothing of ours. */
async function slowHashes(work: () => Promise<unknown>): Promise<number> {
  const { scryptSync } = crypto
  let count = 0
  crypto.scryptSync = (...given: Parameters<typeof scryptSync>) => {
    count += 1
    return scryptSync(...given)
  }
  syncBuiltinESMExports()
  try {
    await work()
    return count
  } finally {
    crypto.scryptSync = scryptSync
    syncBuiltinESMExports()
  }
}

test('as many slow hashes for initials that nobody has as for those of a person, with a PIN or without', async () => {
  const desk = await workingDesk()
  elsewhere(desk, `INSERT INTO staff VALUES ('noa', 'Noa Pine', 'NP', 'staff', NULL, x'', x'', 1)`)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  const counts: Record<string, number> = {}
  for (const initials of ['RO', 'XY', 'NP', BADGE, '']) {
    const input = { commandId: desk.id(), initials: initials || '29999000000299', pin: '9999' }
    counts[initials] = await slowHashes(() => desk.call('staff.sign-in', input))
  }
  const own = counts['RO'] ?? 0
  expect(own).toBeGreaterThan(0)
  expect(counts).toEqual({ RO: own, XY: own, NP: own, [BADGE]: own, '': own })
})
