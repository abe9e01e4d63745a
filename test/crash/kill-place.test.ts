/** kill -9 at steps spread over counts of the safe and the change fund: each is whole or not there. */
import { test } from 'vitest'
import { moneyFiles } from '../main/support/money-desk.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { commandsOf, expectWholeAfterKills, type Shift } from './killed.ts'

const { command, signIn } = commandsOf(46)

const count = (place: string, total_cents: number) => command('place.count', { place, pieces: null, total_cents })
const settle = (place: string, reason: string) => command('place.settle', { place, reason, note: 'Counted twice.' })

const commands = [
  signIn(),
  count('safe', 20_000),
  settle('safe', ''),
  count('change-fund', 15_000),
  settle('change-fund', ''),
  count('safe', 19_900),
  settle('safe', 'NOT-KNOWN'),
]

async function state(desk: TestDesk): Promise<unknown> {
  const { places } = await desk.ok('place.list', {})
  return places.map(({ expected_cents, counted_cents, by_cents, is_open }) => {
    return { expected_cents, counted_cents, by_cents, is_open }
  })
}

const SHIFT: Shift = { files: () => moneyFiles(), commands, state, kinds: ['place-counted', 'place-settled'] }

test('killed before and after some of the statements, no count is lost or settled twice', async () => {
  await expectWholeAfterKills(SHIFT, 23)
})
