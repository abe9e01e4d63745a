/** A desk opens the drawers of its own branch and those of no branch: by no command the drawer of another one. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { drawerDesk } from '../../support/drawer-desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { recorded } from '../../support/staff.ts'

const drawer = (code: string, branch: string) =>
  `INSERT INTO cash_drawer VALUES ('${code}', '${code} desk', '${branch}')`
const [MAPLE, NORTH, CART] = [drawer('MAPLE-1', 'MAPLE'), drawer('NORTH-1', 'NORTH'), drawer('CART', '*')]

async function opening(desk: TestDesk, drawer_code: string): Promise<string> {
  const given = { drawer_code, pieces: null, total_cents: 10_000 }
  const result = await desk.call('drawer.open', { commandId: desk.id(), ...given })
  return result.kind === 'refused' ? result.code : result.kind
}

test.each([
  ['its own', [MAPLE, NORTH], 'MAPLE-1', 'ok'],
  ['its only one, without a name', [MAPLE, NORTH], '', 'ok'],
  ['one that is carried about', [NORTH, CART], 'CART', 'ok'],
  ['another branch’s', [MAPLE, NORTH], 'NORTH-1', 'drawer-elsewhere'],
  ['another branch’s beside one that is carried about', [NORTH, CART], 'NORTH-1', 'drawer-elsewhere'],
  ['another branch’s where its own has none', [NORTH], 'NORTH-1', 'ok'],
  ['none that there is', [MAPLE, NORTH], 'CELLAR', 'drawer-unknown'],
] as const)('a desk of Maple Street and %s', async (_, also, code, wanted) => {
  const desk = await moneyDesk({ also })
  expect(await opening(desk, code)).toBe(wanted)
  expect(await recorded(desk, 'drawer-opened')).toHaveLength(wanted === 'ok' ? 1 : 0)
})

test('no device of this desk opens it, and the page offers none of another branch', async () => {
  const { desk } = await drawerDesk({ also: [MAPLE, NORTH] }, ['MAPLE-1'])
  const box = { path: '/dev/ttyS7', trigger_code: 'any-character', drawer: 'NORTH-1' }
  const refused = { kind: 'refused', code: 'drawer-elsewhere' }
  expect(await desk.call('device.add-drawer-port', { commandId: desk.id(), ...box })).toMatchObject(refused)
  expect(JSON.stringify(await pageOf(desk, 'devices'))).not.toContain('NORTH-1')
})

test('a drawer that was given to another branch is closed by who has it open, and not opened again', async () => {
  const { desk } = await drawerDesk({ also: [MAPLE, CART] }, ['MAPLE-1'])
  expect(await opening(desk, 'MAPLE-1')).toBe('ok')
  const pulse = () =>
    desk.call('drawer.pulse', { commandId: desk.id(), drawer_code: 'MAPLE-1', reason: 'test', of_ref: '' })
  const found = (await desk.ok('policy.get', { table: 'cash_drawer' })).rows.find(({ key }) => key === 'MAPLE-1')
  const after = { ...must(found, 'the drawer').values, branch_code: 'NORTH' }
  const change = { table: 'cash_drawer' as const, key: 'MAPLE-1', after, accept_findings: [] }
  await desk.ok('policy.change', { commandId: desk.id(), ...change })
  desk.clock.pass(60_000)
  expect(await pulse()).toMatchObject({ kind: 'ok' })
  await countAll(desk, { drawer_code: 'MAPLE-1', total_cents: 10_000 })
  await desk.ok('drawer.close', closing(desk, { drawer_code: 'MAPLE-1' }))
  expect([await opening(desk, 'MAPLE-1'), await opening(desk, 'CART')]).toEqual(['drawer-elsewhere', 'ok'])
  expect(await pulse()).toMatchObject({ kind: 'refused', code: 'drawer-elsewhere' })
})
