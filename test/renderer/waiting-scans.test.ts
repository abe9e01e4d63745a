/** Scans that wait behind a row that asks: in sight, counted, and taken away by key or mouse. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { en } from '../../shared/words/en/en.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { DECIDE, FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot): Promise<void> => {
  desk = await mountScene(scene)
}
const part = (name: string): Element | null => document.querySelector(`[data-part="${name}"]`)
const answers = (): readonly unknown[] => desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])

afterEach(() => desk.unmount())

describe('scans that wait behind a row', () => {
  const CARD = { waiting_id: '01909c3e-7c00-7000-8000-000000000001', says: 'Card 21234000000025', barcode: '' }
  const BOOK = { waiting_id: '01909c3e-7c00-7000-8000-000000000002', says: 'Circe', barcode: '31234000000031' }
  const WAITING = { ...DECIDE, waiting: { scans: [CARD, BOOK], is_held: false, ran: [] } }
  const waiting = (): readonly (string | null)[] =>
    [...document.querySelectorAll('[data-part="waiting-scans"] li')].map((one) => one.textContent)
  const dropped = (): readonly unknown[] => desk.calls('desk.drop-waiting').map(({ input }) => input['waiting_id'])

  it('are in sight, in order, with their count, and the rows still to be answered are counted', async () => {
    await open(WAITING)
    expect(waiting()).toEqual(['Card 21234000000025', 'Circe 31234000000031'])
    const { waiting: count, queue } = en.screen.line
    expect(part('waiting-scans')?.querySelector('p')?.textContent).toBe(`${count(2)} ${queue.for_answer}`)
    expect(document.querySelector('footer')?.textContent).toContain('2 to answer first')
    desk.wire.show({ ...WAITING, version: 40, waiting: { scans: [], is_held: false, ran: [] } })
    await desk.settle()
    expect(part('waiting-scans')).toBeNull()
  })

  it('name Finish when that is what they wait for', async () => {
    await open({ ...FIVE_OUT, waiting: { scans: [CARD], is_held: true, ran: [] } })
    expect(part('waiting-scans')?.textContent).toContain(en.screen.line.queue.for_finish)
  })

  it('are taken away from the last on, by Delete or the button; Esc is for the row', async () => {
    await open(WAITING)
    desk.press('Delete')
    await desk.settle()
    expect(dropped()).toEqual([BOOK.waiting_id])
    part('waiting-scans')?.querySelector('button')?.click()
    await desk.settle()
    expect(dropped()).toEqual([BOOK.waiting_id, BOOK.waiting_id])
    expect(document.activeElement).toBe(desk.line())
    desk.press('Escape')
    await desk.settle()
    expect([dropped().length, answers()]).toEqual([2, [['r6', '0']]])
  })

  it('are not taken away by Esc, whether or not a row asks', async () => {
    await open({ ...FIVE_OUT, waiting: { scans: [CARD], is_held: true, ran: [] } })
    desk.press('Escape')
    await desk.settle()
    expect([dropped(), desk.calls('desk.clear')]).toEqual([[], []])
  })
})

describe('the bottom bar', () => {
  it('leaves Enter to the hits of a search, and Finish to the mouse', async () => {
    await open(FIVE_OUT)
    const keys = (): readonly (string | null)[] =>
      [...document.querySelectorAll('footer kbd')].map((one) => one.textContent)
    expect(keys()).toContain('Enter')
    desk.press('F4')
    await desk.settle()
    expect(keys()).not.toContain('Enter')
    expect(document.querySelector('footer')?.textContent).toContain(FIVE_OUT.finish_label)
  })
})
