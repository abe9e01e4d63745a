/**
 * A backup that is put back between a close and what comes after it: paper, the bank and a look at the close still find
 * their session, each day is exported as it was, and the verifier agrees. And the sealed records of a day, swapped.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { closed, opened, openWith, sell, selling, zOf } from '../closing/closes.ts'
import { exported, rowsOf } from '../closing/exported.ts'
import { verified } from './verified.ts'

const DAY = 24 * 3_600_000

async function tables(desk: TestDesk, count: number, on: string): Promise<readonly (readonly string[])[]> {
  const files = [...(await exported(desk, count, on))].filter(([name]) => name.endsWith('.csv'))
  return files.map(([name, content]) => [name, content.toString('utf8')])
}

test('what comes late after a restore belongs where it would have', async () => {
  const desk = await opened()
  await benAtDesk(desk)
  await rosaAt(desk)
  await sell(desk, 30)
  const tuesday = await closed(desk, 10_300, { bag_number: 'B-1', leave_cents: 10_000 })
  const to_folder = join(testFolder(), 'evening')
  await desk.ok('store.backup', { to_folder })
  const before = await tables(desk, 1, '2026-11-24')
  await openWith(desk, 10_000)
  await sell(desk, 5)
  await desk.ok('store.restore', { commandId: desk.id(), from_folder: to_folder })
  desk.clock.pass(DAY)
  await rosaAt(desk)
  await openWith(desk, 10_000)
  const paper = { paper_number: '117', written_on: '2026-11-24', written_minute: null }
  await desk.ok('payment.take', { ...selling(desk, 10), paper })
  const { deposits } = await desk.ok('deposit.list', { limit: 5 })
  await comes(desk, WEI)
  const bag = { bag_ref: deposits[0]?.bag_ref ?? '', banked_cents: 290, banked_on: '2026-11-25' }
  await desk.ok('deposit.bank', { commandId: desk.id(), ...bag, is_difference_meant: false })
  await rosaAt(desk)
  const wednesday = await closed(desk, 10_100, { leave_cents: 10_000 })
  const { late_arrivals, full_z_number } = { full_z_number: '', ...(await zOf(desk, wednesday)) }
  expect(late_arrivals.map(({ what, belongs_on }) => [what, belongs_on])).toEqual([
    ['paper', '2026-11-24'],
    ['banked', '2026-11-24'],
  ])
  expect(full_z_number).toBeDefined()
  expect(await tables(desk, 1, '2026-11-24')).toEqual(before)
  const later = await exported(desk, 1, '2026-11-25')
  expect(rowsOf(later, 'receipts')).toMatchObject([{ paper_number: '117', paper_session: tuesday }])
  expect(rowsOf(later, 'deposits').filter(({ kind }) => kind === 'banked')).toMatchObject([{ session: tuesday }])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
  await expectRebuilt(desk)
})

test('any two sealed records of a day that are swapped are found, in whatever order they are read', async () => {
  const desk = await opened()
  await sell(desk, 10)
  await desk.ok('drawer.pay', { commandId: desk.id(), drawer_code: '', way: 'out', reason: 'POSTAGE', amount_cents: 5 })
  await desk.ok('drawer.pay', { commandId: desk.id(), drawer_code: '', way: 'in', reason: 'COIN-BOX', amount_cents: 5 })
  await closed(desk, 10_100)
  await rosaAt(desk)
  const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const status = (all: readonly string[]): number | null => {
    const path = join(testFolder(), 'swapped.jsonl')
    writeFileSync(path, `${all.join('\n')}\n`)
    return spawnSync(process.execPath, ['tools/verify.mjs', path, head]).status
  }
  expect(status(lines)).toBe(0)
  const entries = lines.flatMap((line, at) => (line.includes('"hash"') ? [at] : []))
  expect(entries.length).toBeGreaterThan(6)
  for (const [n, at] of entries.entries()) {
    const other = entries[n + 1 + (n % 3)]
    if (other === undefined) continue
    expect(status(lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '')), `${at} and ${other}`).toBe(1)
  }
})
