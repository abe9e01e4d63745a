/** One test that passes, one that fails, one that is left out. */
import { expect, it } from 'vitest'

it('passes', () => expect(1).toBe(1))
it('fails', () => expect(1).toBe(2))
it.skipIf(true)('is left out', () => expect(1).toBe(1))
