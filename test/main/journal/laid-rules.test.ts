/** Rules that were changed here, under another reference file: the journal's own rows are laid into it at the start. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bareDesk } from '../support/bare-desk.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { lend, moneyDesk } from '../support/money-desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

async function setFine(desk: TestDesk, amount_cents: number): Promise<void> {
  const { rows } = await desk.ok('policy.get', { table: 'fine_rule' })
  const after = { ...rows.find((row) => row.key === 'BOOKS')?.values, amount_cents }
  const change = { table: 'fine_rule', key: 'BOOKS', after } as const
  const { fresh } = await desk.ok('policy.check', { change })
  const accept_findings = fresh.map((one) => one.name)
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings })
}

/** What the files of a closed desk say of the fine, and of how it stood before. */
function rulesOf(folder: string): { readonly fine: unknown; readonly kept: readonly unknown[] } {
  const { library } = bareDesk(folder)
  const fine = library.policy().source.fine_rules.find((one) => one.rule_code === 'BOOKS')?.amount_cents
  const kept = library.policyVersions.map(({ row_key, fact }) => [row_key, fact?.['amount_cents']])
  library.journal.writes.close()
  return { fine, kept }
}

test('a changed rule, and what loans keep of it, are as before when the reference file is an older one', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.station.close()
  const was = rulesOf(desk.folder).fine
  copyFileSync(join(desk.folder, 'reference.db'), join(desk.folder, 'reference.old'))

  const later = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(later)
  await setFine(later, 500)
  await setFine(later, 700)
  await later.station.close()
  const here = rulesOf(desk.folder)
  expect(here).toEqual({ fine: 700, kept: [500, was].map((cents) => ['BOOKS', cents]) })

  copyFileSync(join(desk.folder, 'reference.old'), join(desk.folder, 'reference.db'))
  const again = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(again)
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
  await again.station.close()
  expect(rulesOf(desk.folder)).toEqual(here)
})
