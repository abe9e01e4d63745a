/** A desk whose manager has read all news, and ways to see what she is told next. */
import { expect } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import { workingDesk, type TestDesk } from './desk.ts'
import { pageFaults } from './page-acts.ts'
import { BEN, benAtDesk, enterRosa, signInAs } from './staff.ts'

/** Looking after the desk takes a longer PIN. */
export const WEI = { initials: 'WZ', pin: '863054' }
export const ROSA = { initials: 'RO', pin: '471108' }
const ALL = { amount_cents_max: null, days_count_max: null, is_granted: true } as const
const TECHNICIAN = { ...ALL, role: 'supervisor', grant: 'look-after-desk' } as const
export const page = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.page
export const place = async (desk: TestDesk) => (await page(desk))?.ref.place ?? null

/** When, who and what of each line, without the moment. */
export async function told(desk: TestDesk): Promise<string[]> {
  const shown = must(await page(desk), 'a page')
  expect(pageFaults(shown)).toEqual([])
  const [section] = shown.sections
  return section?.kind === 'table' ? section.rows.map(({ cells }) => `${cells[1]?.text}: ${cells[2]?.text}`) : []
}

/** Wei's role looks after the desk, Rosa has read everything so far, and Ben is at the desk. */
export async function readDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  await enterRosa(desk)
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'WZ-1', new_pin: WEI.pin })
  await desk.ok('role.set', { commandId: desk.id(), ...TECHNICIAN })
  await signInAs(desk, BEN)
  await signInAs(desk, ROSA)
  await read(desk)
  return desk
}

/** Enter. */
export async function read(desk: TestDesk): Promise<void> {
  const enter = must((await page(desk))?.enter ?? null, 'Enter of the page')
  expect(enter.call.method).toBe('desk.news-read')
  await desk.ok('desk.news-read', enter.call.input as { through: string })
}
