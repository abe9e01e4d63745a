/** Brings in sight what a page that is longer than the screen shows below: without layout, only what is asked for. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
let shown: string[] = []

beforeEach(() => {
  shown = []
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    if (this.closest('[data-part="page"]')) shown.push(this.getAttribute('data-section') ?? this.textContent ?? '')
  })
})
afterEach(async () => {
  await desk.unmount()
  vi.restoreAllMocks()
})

const at = (page: PageView, version = FIVE_OUT.version): DeskSnapshot => ({ ...FIVE_OUT, version, page })

/** Something changed at the desk, and this is the page now. */
async function next(page: PageView, version: number): Promise<void> {
  desk.wire.intercept(({ method }) =>
    method === 'desk.snapshot' ? { kind: 'ok', output: { snapshot: at(page, version) } } : null,
  )
  desk.wire.push({ topic: 'desk-changed', version })
  await desk.settle()
}

it('a row with notes is shown as far as what can be done about it', async () => {
  const sections = ACCOUNT.sections.map((one) =>
    one.kind === 'table' ? { ...one, rows: one.rows.map((row) => ({ ...row, notes: ['A note.', 'Another.'] })) } : one,
  )
  desk = await mountScene(at({ ...ACCOUNT, sections }))
  desk.press('ArrowDown')
  await desk.settle()
  const [last, top] = shown
  expect([last?.includes('Renew'), top?.includes('The Dispossessed')]).toEqual([true, true])
})

it('a redraw leaves the page where it was scrolled, unless the row of the cursor says something else', async () => {
  desk = await mountScene(at(ACCOUNT))
  desk.press('ArrowDown')
  await desk.settle()
  shown = []
  await next({ ...ACCOUNT, lead: 'Another.' }, FIVE_OUT.version + 1)
  expect(shown).toEqual([])
  const sections = ACCOUNT.sections.map((one) =>
    one.kind === 'table' ? { ...one, rows: one.rows.map((row) => ({ ...row, notes: ['A note.'] })) } : one,
  )
  await next({ ...ACCOUNT, sections }, FIVE_OUT.version + 2)
  expect(shown.at(-1)).toContain('The Dispossessed')
})

it('what comes into the first section is shown, and nothing else moves the page', async () => {
  desk = await mountScene(at({ ...ACCOUNT, news: 1 }))
  expect(shown).toEqual([])
  await next({ ...ACCOUNT, news: 1, lead: 'Another.' }, FIVE_OUT.version + 1)
  expect(shown).toEqual([])
  await next({ ...ACCOUNT, news: 2 }, FIVE_OUT.version + 2)
  expect(shown[0]).toBe(ACCOUNT.sections[0]?.section_id)
})
