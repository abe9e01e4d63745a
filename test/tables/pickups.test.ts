/** Who may be let pick up for a patron, as a librarian would put it. */
import { describe, expect, test } from 'vitest'
import { pickupFault } from '../../shared/patron/pickups.ts'

const [DANA, OMAR, LUCY] = [1, 2, 3]

describe('who may pick up for Dana', () => {
  test.each([
    ['Omar, who could not before', OMAR, [], null],
    ['Omar beside Lucy', OMAR, [LUCY], null],
    ['Omar, who may already', OMAR, [LUCY, OMAR], 'known'],
    ['Dana herself', DANA, [], 'self'],
    ['a card that nobody has', null, [OMAR], 'unknown'],
  ] as const)('%s', (_who, by, known, fault) => {
    expect(pickupFault(DANA, by, known)).toBe(fault)
  })
})
