/** A hook that throws: both tests of the block never run. */
import { beforeAll, describe, expect, it } from 'vitest'

describe('a block', () => {
  beforeAll(() => {
    throw new Error('the hook fails')
  })
  it('never runs', () => expect(1).toBe(1))
  it('never runs either', () => expect(1).toBe(1))
})
