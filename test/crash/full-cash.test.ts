/**
 * A disk that fills up while payments are taken: each is whole or not there, the desk says which, and once there is
 * room again the same requests take exactly what is missing, under the next numbers.
 */
import { spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Reply } from '../../shared/ipc/envelope.ts'
import { openDesk, rosaAt } from '../main/support/desk.ts'
import { FakeClock, TUESDAY } from '../main/support/fakes.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { checked } from '../main/support/checked.ts'
import { CHILD } from './bundled.ts'
import { commandsOf } from './killed.ts'

const { command, signIn } = commandsOf(45)
const PAYMENTS_COUNT = 60

const payment = command.bind(null, 'payment.take', {
  drawer_code: '',
  charges: [{ charge_ref: 'c1', amount_cents: 10 }],
  pay_cents: null,
  sales: [],
  tenders: [{ tender: 'cash', tendered_cents: 10 }],
  is_exact_possible: true,
  is_large_meant: false,
  paper: null,
})
const commands = [
  signIn(),
  command('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 }),
  ...Array.from({ length: PAYMENTS_COUNT }, () => payment()),
]

/** @param bytes_max how long a file may get; null: as long as it likes */
function run(folder: string, bytes_max: number | null): readonly Reply[] {
  const file = join(folder, 'commands.json')
  if (bytes_max === null) writeFileSync(file, JSON.stringify(commands))
  const program = [process.execPath, CHILD, folder, file, '0', '5']
  const [name = '', ...rest] = bytes_max === null ? program : ['prlimit', `--fsize=${bytes_max}`, ...program]
  const child = spawnSync(name, rest, { encoding: 'utf8' })
  const lines = child.stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as Reply).filter((one) => one.result)
}

function received(reply: Reply | undefined): string {
  const { result } = reply ?? {}
  return result?.kind === 'ok'
    ? ((result.output as { done: { full_receipt_number: string } | null }).done?.full_receipt_number ?? '')
    : ''
}

// Only Linux has a program that limits how long a file of another may get.
test.skipIf(process.platform !== 'linux')(
  'no payment is lost, taken twice or half, and no number is skipped',
  async () => {
    const folder = moneyFiles()
    writeFileSync(join(folder, 'commands.json'), JSON.stringify(commands))
    const largest = Math.max(...['journal.db', 'reference.db'].map((name) => statSync(join(folder, name)).size))
    const full = run(folder, largest + 65_536)
    const taken = full
      .slice(2)
      .map(received)
      .filter((number) => number !== '')
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.length).toBeLessThan(PAYMENTS_COUNT)
    const refused = full.filter(({ result }) => result.kind !== 'ok')
    expect(refused.length).toBeGreaterThan(0)
    for (const { result } of refused) expect(result).toMatchObject({ kind: 'failed', code: 'disk-full' })
    expect(checked(folder).problems).toEqual([])

    const again = run(folder, null)
    const numbers = again.slice(2).map(received)
    expect(numbers.slice(0, taken.length)).toEqual(taken)
    expect(numbers.map((one) => one.split('-').at(-1))).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')))
    expect(checked(folder).problems).toEqual([])
    const desk = await rosaAt(await openDesk(folder, {}, new FakeClock(TUESDAY)))
    expect((await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents).toBe(1200 - 10 * PAYMENTS_COUNT)
  },
)
