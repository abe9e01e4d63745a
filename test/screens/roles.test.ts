/**
 * Roles changed by keyboard alone on the real application: a role of the library's own is added, given something more,
 * held by somebody, refused to go, renamed and moved, and removed. Pictures in every look (PICTURES_TO).
 */
import { expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { GRANTS } from '../../shared/staff/permissions.ts'
import { en } from '../../shared/words/en/en.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import * as eyes from './support/eyes.ts'
import { CLERK_BADGE, PIN } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const { desk, hands } = oneDesk()

/** The cells of every row of the open page, by row. */
function rowsOf({ page }: DeskSnapshot): ReadonlyMap<string, readonly string[]> {
  const rows = page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])) ?? []
  return new Map(rows.map((row) => [row.row_id, row.cells.map((cell) => cell.text)]))
}

/** Walks from the top of the page to a row and presses a key there. */
async function onRow(row_id: string, key: string): Promise<void> {
  const at = [...rowsOf(await hands.snapshot()).keys()].indexOf(row_id)
  expect(at, row_id).toBeGreaterThanOrEqual(0)
  await hands.press('Home')
  for (let pressed = 0; pressed < at; pressed += 1) await hands.press('ArrowDown')
  await hands.press(key)
}

const heading = (name: string): Promise<void> => desk.page.getByRole('heading', { name, exact: true }).waitFor()
/** The new text in place of what stands in the field. */
async function retype(text: string): Promise<void> {
  await hands.press('Ctrl+a')
  await hands.type(text)
  await hands.press('Enter')
}

/** The last field of every form that changes staff or roles. */
async function ownPin(sends: 'Enter' | 'Ctrl+Enter' = 'Enter'): Promise<void> {
  await hands.asks('own_pin')
  await hands.type(PIN)
  hands.afterScan()
  await hands.press(sends)
}

test('a role is added as another is, and may then do something more', async () => {
  await hands.press('Ctrl+Shift+s')
  await heading('Staff')
  await hands.press('r')
  await heading('Roles')
  await hands.press('a')
  await hands.asks('name')
  await hands.type('Page')
  await hands.press('Enter')
  await hands.asks('copy_of')
  await hands.press('Enter')
  await ownPin()
  const added = await hands.until((now) => rowsOf(now).has('role page'))
  expect(rowsOf(added).get('role page')).toEqual(['Page', '0', `18 of ${GRANTS.length}`, 'page'])
  await onRow('role page', 'Enter')
  await heading('What Page may do')
  await onRow('grant override-limit', 'Enter')
  await hands.asks('is_granted')
  await hands.press(' ')
  await hands.press('Enter')
  await ownPin()
  await hands.until((now) => rowsOf(now).get('grant override-limit')?.[1] === 'yes')
  expect(await eyes.faultsInEveryLook(desk.page, 'role-page')).toEqual([])
  await hands.press('r')
  await heading('Roles')
  const wider = await hands.until((now) => rowsOf(now).has('role page'))
  expect(rowsOf(wider).get('role page')).toEqual(['Page', '0', `19 of ${GRANTS.length}`, 'page'])
  expect(await eyes.faultsInEveryLook(desk.page, 'roles-own')).toEqual([])
})

test('whoever has it holds it back: a plain no, and what to do', async () => {
  await hands.press('Ctrl+Shift+s')
  await heading('Staff')
  const ben = [...rowsOf(await hands.snapshot())].find(([, cells]) => cells[0] === 'Ben Cole')?.[0] ?? ''
  await onRow(ben, 'e')
  for (const name of ['name', 'initials']) {
    await hands.asks(name)
    await hands.press('Enter')
  }
  await hands.asks('role')
  // A form of this length has the browser's list: the arrows pick, from what Ben has.
  for (let down = 0; down < 3; down += 1) await hands.press('ArrowDown')
  await hands.press('Enter')
  for (const name of ['badge_barcode', 'new_pin']) {
    await hands.asks(name)
    await hands.press('Enter')
  }
  await ownPin()
  await hands.until((now) => rowsOf(now).get(ben)?.[2] === 'Page')
  await hands.press('r')
  await heading('Roles')
  await onRow('role page', 'x')
  await desk.page.getByText(en.pages.staff.roles.remove_says('Page')).waitFor()
  await ownPin('Ctrl+Enter')
  await desk.page.getByText('1 person has the role Page.').first().waitFor()
  await eyes.takePicture(desk.page, 'roles-held')
  await hands.press('Escape')
  expect(rowsOf(await hands.snapshot()).get('role page')).toEqual(['Page', '1', `19 of ${GRANTS.length}`, 'page'])
})

test('the clerk’s own strip says the role, renamed and moved to the front; without anybody it goes', async () => {
  await onRow('role page', 'e')
  await hands.asks('name')
  await retype('Shelver')
  await hands.asks('order_number')
  await retype('1')
  await ownPin()
  const moved = await hands.until((now) => [...rowsOf(now).keys()][0] === 'role page')
  expect([...rowsOf(moved).values()].slice(0, 4).map((cells) => cells[0])).toEqual([
    'Shelver',
    'Staff',
    'Supervisor',
    'Manager',
  ])
  await hands.clear()
  await hands.scan(CLERK_BADGE)
  await hands.until((now) => now.staff?.initials === 'BC')
  await desk.page.getByText('Ben Cole, Shelver').waitFor()
  await hands.call('staff.sign-in', { initials: 'RO', pin: PIN })
  const back = { name: 'Ben Cole', initials: 'BC', badge_barcode: CLERK_BADGE, role: 'staff' }
  const staff = outputOf(await desk.call('staff.list'), 'staff') as { initials: string; staff_code: string }[]
  const staff_code = staff.find((one) => one.initials === 'BC')?.staff_code ?? ''
  await hands.call('staff.edit', { staff_code, ...back, own_pin: PIN })
  await hands.press('Ctrl+Shift+s')
  await heading('Staff')
  await hands.press('r')
  await heading('Roles')
  await onRow('role page', 'x')
  await desk.page.getByText(en.pages.staff.roles.remove_says('Shelver')).waitFor()
  await ownPin('Ctrl+Enter')
  await hands.until((now) => now.page !== null && !rowsOf(now).has('role page'))
})
