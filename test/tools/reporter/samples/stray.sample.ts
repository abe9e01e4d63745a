/** A test that passes, and a promise that nobody waits for. */
import { expect, it } from 'vitest'

it('passes', async () => {
  void Promise.reject(new Error('nobody waits'))
  await new Promise((done) => setTimeout(done, 20))
  expect(1).toBe(1)
})
