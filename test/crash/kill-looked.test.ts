/** kill -9 while a supervisor looks at a drawer: who saw what should be in it does not take it over after a restart. */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countAll, receiving } from '../main/support/closing-desk.ts'
import { openDesk } from '../main/support/desk.ts'
import { FakeClock, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyDesk } from '../main/support/money-desk.ts'
import { benAtDesk, comes, WEI } from '../main/support/staff.ts'
import { commandsOf, run } from './killed.ts'
import { signedApart } from './signed-apart.ts'

const { ask, command } = commandsOf(45)
const signIn = command('staff.sign-in', { initials: WEI.initials, pin: WEI.pin })
const commands = [signIn, ask('test.count'), ask('drawer.x', { drawer_code: '' })]

/** Ben has a drawer and has counted all of it. @returns the folder of its files */
async function counted(): Promise<string> {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await countAll(desk, 10_000)
  await desk.station.close()
  return desk.folder
}

/** What becomes of Wei's count after a restart. */
async function receiveAfter(folder: string): Promise<string> {
  const clock = new FakeClock(TUESDAY)
  clock.pass(3_600_000)
  const desk = await openDesk(folder, { signing: signedApart(folder) }, clock)
  await comes(desk, WEI)
  const result = await desk.call('drawer.receive', receiving(desk, 10_000))
  await desk.station.close()
  return result.kind === 'refused' ? result.code : result.kind
}

test('killed before and after it is kept, a look that was answered is remembered', async () => {
  const template = await counted()
  const copy = (): string => {
    const folder = testFolder()
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const found: string[] = []
  for (const killAt of run({ commands }, copy(), '0').points) {
    const folder = copy()
    const { was_killed } = run({ commands }, folder, killAt)
    expect(was_killed, killAt).toBe(true)
    found.push(await receiveAfter(folder))
  }
  expect(found).toEqual(['ok', 'hand-over-seen'])
})
