/** What is half written: it goes to the station while it is typed, comes back, and is gone when it is sent. */
import { afterEach, expect, it } from 'vitest'
import { draftName, type PageView } from '../../shared/desk/page.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, act, EVERY_FIELD, field } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

const ROW = 'charge 1'
const ACT = draftName(EVERY_FIELD, ROW)
const WORDS = 'gave back two of the books'
const NOTE = act('N', 'Write a note', {
  asks: [field('text', 'Note', 'text')],
  call: { method: 'note.write', input: {} },
})
let desk: Mounted
afterEach(() => desk.unmount())

const control = (name: string): HTMLInputElement | null =>
  document.querySelector(`[data-field="settings.${name}"] input`)
const kept = (): readonly Record<string, unknown>[] => desk.calls('draft.keep').map(({ input }) => input)
const restored = (): Element | null => document.querySelector('[data-part="restored"]')

async function waive(drafts: PageView['drafts'] = []): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, drafts } })
  const TAKEN = { kind: 'ok', output: { says: '2:14 PM' } } as const
  desk.wire.intercept(({ method }) => (method === 'draft.keep' ? TAKEN : null))
  desk.press('End')
  desk.press('w')
  await desk.settle(300)
}
async function typeNote(words = WORDS): Promise<void> {
  desk.focus(control('note'))
  await desk.type(words)
  await desk.settle(50)
}

it('goes to the station without the PIN, when the form is hidden at the latest', async () => {
  await waive()
  desk.focus(control('pin'))
  await desk.type('471108')
  await typeNote()
  desk.press(',', { ctrlKey: true })
  await desk.settle(50)
  const last = kept().at(-1)
  expect(last).toMatchObject({ act: ACT, page: { place: 'account', about: '' } })
  expect(last?.['texts']).toMatchObject({ 'settings.note': WORDS })
  expect(JSON.stringify(kept())).not.toContain('471108')
})

it('holds only what was typed: a record that changes meanwhile is not put back by the rest of the form', async () => {
  await waive()
  await typeNote()
  await desk.settle(600)
  expect(kept().at(-1)?.['texts']).toEqual({ 'settings.note': WORDS })
})

it('is not sent again while nothing of it changes: a PIN that was refused is typed once more', async () => {
  await waive()
  await typeNote()
  await desk.settle(600)
  const { length } = kept()
  desk.focus(control('pin'))
  await desk.type('471108')
  await desk.settle(600)
  expect(kept().length).toBe(length)
})

it('is in its fields again when settings close, and when the form is opened again', async () => {
  await waive()
  await typeNote()
  desk.press(',', { ctrlKey: true })
  await desk.settle(50)
  expect(control('note')).toBeNull()
  desk.press(',', { ctrlKey: true })
  await desk.settle(50)
  expect(control('note')?.value).toBe(WORDS)
  desk.focus(control('note'))
  desk.press('Escape')
  await desk.settle(50)
  desk.press('w')
  await desk.settle(300)
  expect(control('note')?.value).toBe(WORDS)
  expect(restored()?.textContent).toContain('2:14 PM')
})

it('comes from the station after a crash, and is discarded on request', async () => {
  await waive([{ act: ACT, texts: { 'settings.note': WORDS, 'settings.reason': 'illness' }, kept_at: '1:05 PM' }])
  expect([control('note')?.value, restored()?.textContent?.includes('1:05 PM')]).toEqual([WORDS, true])
  expect(document.querySelector<HTMLSelectElement>('[data-form] select')?.value).toBe('illness')
  restored()?.querySelector('button')?.click()
  await desk.settle(100)
  expect([control('note')?.value, restored()]).toEqual(['', null])
  expect(desk.calls('draft.drop').map(({ input }) => input['act'])).toEqual([ACT])
})

it('is named on the button of its form, which is closed after the lock or a crash', async () => {
  const drafts = [{ act: draftName(NOTE, null), texts: { text: WORDS }, kept_at: '1:05 PM' }]
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, acts: [...ACCOUNT.acts, NOTE], drafts } })
  const labels = [...document.querySelectorAll('[data-part="page"] button')].map((one) => one.textContent)
  expect(labels.filter((label) => label.includes('draft'))).toEqual([expect.stringContaining('Write a note (draft)')])
})

it('Esc keeps words, and drops figures and choices alone', async () => {
  await waive()
  await desk.type('250')
  await desk.settle(600)
  expect(kept()).toHaveLength(1)
  desk.press('Escape')
  await desk.settle(50)
  expect(desk.calls('draft.drop')).toHaveLength(1)
  desk.press('w')
  await desk.settle(300)
  expect([control('amount_cents')?.value, restored()]).toEqual(['3.75', null])
})
