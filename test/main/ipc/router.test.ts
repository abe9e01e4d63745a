/** The one door: what is told when something fails before, and after, the entry is on disk. */
import { describe, expect, test } from 'vitest'
import { makeRouter, type Handlers } from '../../../main/ipc/router.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { speechBefore } from '../../../main/library/library-speech.ts'
import { FakeClock, seededRandom } from '../support/fakes.ts'

const ID = '01909c3e-7c00-7000-8000-000000000001'

/** A desk whose undoing does `work`; `entry` is what stands for its journal. */
function routerOf(work: (entry: { count: number }) => never) {
  const entry = { count: 0 }
  const handlers: Partial<Handlers> = { 'desk.undo': () => work(entry) }
  const route = makeRouter({
    handlers: () => handlers as Handlers,
    isSignedIn: () => true,
    isLocked: () => false,
    refusal: () => null,
    position: () => entry.count,
    onRefused: () => {},
    random: seededRandom(7),
    speech: () => speechBefore(new FakeClock()),
    log: () => {},
    onOperatingError: () => {},
  })
  return async () => (await route({ id: 1, method: 'desk.undo', input: { commandId: ID } })).result
}

describe('a fault', () => {
  test('before anything is recorded says NOT recorded', async () => {
    const result = await routerOf(() => {
      throw new Error('words')
    })()
    expect(result).toMatchObject({ kind: 'fault', is_recorded: false })
    expect('says' in result && result.says).toMatch(/^NOT recorded: .* Note the number [0-9A-F]{4} /)
  })

  test('after the entry is on disk says that it is recorded, and what to look at', async () => {
    const result = await routerOf((entry) => {
      entry.count += 1
      throw new Error('words')
    })()
    expect(result).toMatchObject({ kind: 'fault', is_recorded: true })
    expect('says' in result && result.says).toMatch(/^Recorded, but it could not be shown: check the account/)
  })

  test('an answer that breaks the contract after the entry is told so too', async () => {
    const result = await routerOf((entry) => {
      entry.count += 1
      return { ok: { snapshot: 'none' } } as never
    })()
    expect(result).toMatchObject({ kind: 'fault', is_recorded: true })
  })
})

describe('a full disk', () => {
  test.each([
    ['before the entry', 0, /^This computer’s disk is full\. Nothing was recorded\./],
    ['after it', 1, /^Recorded, but .* disk is full\. Free some space\.$/],
  ])('%s', async (_says, count, words) => {
    const result = await routerOf((entry) => {
      entry.count += count
      throw new OperatingError('disk-full', 'test')
    })()
    expect(result.kind).toBe('failed')
    expect('says' in result && result.says).toMatch(words)
  })
})
