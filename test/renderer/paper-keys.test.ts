/** The keys for paper: what each asks of the station, and when the computer is asked to print instead. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { PAPERS } from '../shared/receipt/papers.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { CART, DECIDE, EMPTY, FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot): Promise<void> => {
  desk = await mountScene(scene)
}
afterEach(() => desk.unmount())

const made = (name: string): ReceiptDocument => PAPERS[name]?.(wordsIn('en')) as ReceiptDocument
const part = (name: string): Element | null => document.querySelector(`[data-part="${name}"]`)
const asked = (method: string): readonly unknown[] => desk.calls(method).map((call) => call.input)
const pressed = async (...keys: Parameters<Mounted['press']>): Promise<void> => {
  desk.press(...keys)
  await desk.settle()
}

describe('with no paper on the screen', () => {
  it('Ctrl+P asks for what was done so far, and nothing is printed', async () => {
    await open(FIVE_OUT)
    await pressed('p', { ctrlKey: true })
    expect(asked('paper.make')).toEqual([{ what: 'now' }])
    expect(asked('paper.handed')).toEqual([])
    expect(desk.prints()).toBe(0)
  })

  it('F9 asks for the last paper again', async () => {
    await open(EMPTY)
    await pressed('F9')
    expect(asked('paper.again')).toEqual([{ paper_id: '' }])
  })

  it('Shift+Enter finishes without a receipt; Enter finishes as always', async () => {
    await open(FIVE_OUT)
    await pressed('Enter', { shiftKey: true })
    expect(asked('desk.finish-quietly')).toHaveLength(1)
    expect(asked('desk.finish')).toEqual([])
    await pressed('Enter')
    expect(asked('desk.finish')).toHaveLength(1)
  })

  it('what the station says against it stands on the screen', async () => {
    await open(DECIDE)
    const says = '2 to decide before you finish.'
    const no = { kind: 'refused', code: 'rows-undecided', says, way_out: 'Use the keys.' } as const
    desk.wire.intercept((call) => (call.method === 'desk.finish-quietly' ? no : null))
    await pressed('Enter', { shiftKey: true })
    expect(desk.text()).toContain(says)
  })
})

describe('with paper beside the work', () => {
  it('it is named, says that nothing is printed by itself, and Ctrl+P hands it to the computer', async () => {
    await open({ ...EMPTY, beside: 'papers', papers: [made('check-out')] })
    expect(part('beside')?.textContent).toContain('Nothing prints automatically.')
    expect(part('paper')?.getAttribute('aria-label')).toBe('Checkout receipt')
    await pressed('p', { ctrlKey: true })
    expect(desk.prints()).toBe(1)
    expect(asked('paper.handed')).toEqual([{ commandId: expect.any(String) as string }])
    expect(asked('paper.make')).toEqual([])
    expect(document.activeElement).toBe(desk.line())
  })

  it('a receipt for the whole cart can be had while a slip lies there', async () => {
    await open({ ...CART, beside: 'papers', papers: [made('hold')] })
    await pressed('P', { ctrlKey: true, shiftKey: true })
    expect(asked('paper.make')).toEqual([{ what: 'now' }])
    expect(desk.prints()).toBe(0)
  })

  it('two papers of one finish lie there both', async () => {
    await open({ ...EMPTY, beside: 'papers', papers: [made('check-out'), made('renewal')] })
    expect(document.querySelectorAll('[data-part="paper"]')).toHaveLength(2)
  })
})
