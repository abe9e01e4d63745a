/** Approval in place, and the locked screen: what the keys do, what is sent, and what never shows. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { DANA, DECIDE, EMPTY, FIVE_OUT, row } from './support/scenes.ts'
import { en } from '../../shared/words/en/en.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot): Promise<void> => {
  desk = await mountScene(scene)
}
afterEach(() => desk.unmount())

const OFFERED = row('a1', 'Circe', {
  outcome: 'decide',
  happened: 'Owes too much',
  fact: '',
  notes: ['Owes $12.00; checkout is blocked at $10.00.'],
  choices: [{ key: '1', label: en.outcomes.answer.ask }],
})
const WAITING = {
  ...OFFERED,
  happened: en.outcomes.answer.waits,
  choices: [{ key: '1', label: 'Type initials and PIN' }],
  approval: { until_ms: Date.UTC(2026, 10, 24, 17, 9) },
}

function scene(rows: DeskSnapshot['rows'], part: Partial<DeskSnapshot> = {}): DeskSnapshot {
  const undecided_count = rows.filter((one) => one.choices.length > 0).length
  return {
    ...EMPTY,
    version: 20,
    patron: DANA,
    rows,
    rows_count: rows.length,
    totals: { ...EMPTY.totals, undecided_count },
    ...part,
  }
}

const field = (name: string): HTMLInputElement =>
  document.querySelector(`[data-row-form="a1"] input[name="${name}"]`) as HTMLInputElement
const given = (): readonly unknown[] => desk.calls('approval.give').map(({ input }) => ({ ...input, commandId: '' }))
const REFUSED = {
  kind: 'refused',
  code: 'sign-in-failed',
  says: 'That is not a badge or PIN.',
  way_out: 'Try again.',
} as const

describe('a row that waits for a second person', () => {
  it('takes the focus when the line is empty, and sends initials and PIN with the row', async () => {
    await open(scene([WAITING]))
    expect(document.activeElement).toBe(field('initials'))
    await desk.type('wz')
    desk.press('Enter')
    expect(document.activeElement).toBe(field('pin'))
    expect(field('pin').type).toBe('password')
    await desk.type('1357')
    desk.press('Enter')
    await desk.settle()
    expect(given()).toEqual([{ commandId: '', row_id: 'a1', initials: 'wz', pin: '1357' }])
    expect(field('pin').value).toBe('')
    expect(document.activeElement).toBe(desk.line())
    expect(desk.text()).not.toContain('1357')
  })

  it('leaves somebody who is typing on the line alone', async () => {
    await open(scene([OFFERED]))
    await desk.type('smi')
    desk.wire.show({ ...scene([WAITING]), version: 21 })
    await desk.settle()
    expect(document.activeElement).toBe(desk.line())
    expect(desk.line().value).toBe('smi')
  })

  it('says a refusal, empties the PIN and waits there', async () => {
    await open(scene([WAITING]))
    desk.wire.intercept(({ method }) => (method === 'approval.give' ? REFUSED : null))
    await desk.type('wz')
    desk.press('Enter')
    await desk.type('0000')
    desk.press('Enter')
    await desk.settle()
    expect(desk.text()).toContain('That is not a badge or PIN.')
    expect([field('initials').value, field('pin').value]).toEqual(['wz', ''])
    expect(document.activeElement).toBe(field('pin'))
  })

  it('a scan goes to the desk and leaves the fields and the focus', async () => {
    await open(scene([WAITING]))
    await desk.type('wz')
    desk.press('Enter')
    await desk.type('13')
    await desk.scan('31234000000011')
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['31234000000011'])
    expect([field('initials').value, field('pin').value]).toEqual(['wz', '13'])
    expect(document.activeElement).toBe(field('pin'))
    expect(desk.line().value).toBe('')
  })

  it('a badge scanned into it is a scan, whole', async () => {
    await open(scene([WAITING]))
    await desk.scan('39999000000034')
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['39999000000034'])
    expect(field('initials').value).toBe('')
  })

  it('F1 goes to the line and asks nothing; 1 goes in again; Esc skips the row', async () => {
    await open(scene([WAITING]))
    desk.press('F1')
    await desk.settle()
    expect(document.activeElement).toBe(desk.line())
    desk.press('1')
    await desk.settle(200)
    expect(document.activeElement).toBe(field('initials'))
    expect(desk.calls('desk.answer')).toEqual([])
    desk.press('Escape')
    await desk.settle()
    expect(document.activeElement).toBe(desk.line())
    expect(desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])).toEqual([['a1', '0']])
  })

  it('Esc in a PIN half typed skips the row that was asked for, not the newest', async () => {
    const newer = { ...OFFERED, row_id: 'a2', title: 'Piranesi' }
    await open(scene([newer, WAITING]))
    await desk.type('wz')
    desk.press('Enter')
    await desk.type('13')
    desk.press('Escape')
    await desk.settle()
    expect(desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])).toEqual([['a1', '0']])
  })

  it('Esc while the PIN of a badge is asked starts the badge over, and the row still waits', async () => {
    await open(scene([WAITING], { asked_pin: { name: 'Wei Zhang', for: 'approval', row_id: 'a1' } }))
    expect(document.activeElement).toBe(field('pin'))
    desk.press('Escape')
    await desk.settle()
    expect([desk.calls('desk.drop-badge').length, desk.calls('desk.answer').length]).toEqual([1, 0])
  })

  it('sends nothing while a field is empty', async () => {
    await open(scene([WAITING]))
    desk.press('Enter')
    desk.press('Enter')
    await desk.settle()
    expect(given()).toEqual([])
    expect(document.activeElement).toBe(field('initials'))
  })
})

describe('a reason that is asked for', () => {
  const reason = {
    ...OFFERED,
    happened: 'Why?',
    choices: [
      { key: '1', label: 'Promised' },
      { key: '2', label: 'Other' },
    ],
  }

  it('has the digits, though another row came after it', async () => {
    const newer = { ...OFFERED, row_id: 'a2', title: 'Piranesi' }
    await open(scene([newer, WAITING]))
    desk.wire.show({ ...scene([newer, reason], { asked_row_id: 'a1' }), version: 22 })
    await desk.settle()
    desk.press('2')
    await desk.settle(200)
    expect(desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])).toEqual([['a1', '2']])
  })

  it('lets the clerk walk on to the other rows', async () => {
    await open(scene([{ ...OFFERED, row_id: 'a2' }, reason], { asked_row_id: 'a1' }))
    desk.press('ArrowUp')
    await desk.settle()
    expect(document.querySelector('[data-row][aria-current]')?.getAttribute('data-row')).toBe('a2')
  })
})

describe('the locked screen', () => {
  const LOCKED: DeskSnapshot = { ...EMPTY, version: 40, stage: 'locked' }
  const initials = (): HTMLInputElement => document.querySelector('input[name="initials"]') as HTMLInputElement
  const pin = (): HTMLInputElement => document.querySelector('input[name="pin"]') as HTMLInputElement

  it('offers the initials of the person who locked it, and takes the PIN at once', async () => {
    await open(LOCKED)
    expect(initials().value).toBe('RO')
    expect(document.activeElement).toBe(pin())
    await desk.type('471147')
    expect(pin().type).toBe('password')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('staff.sign-in').map(({ input }) => [input['initials'], input['pin']])).toEqual([
      ['RO', '471147'],
    ])
    expect(document.querySelector('[data-screen="desk"]')).not.toBeNull()
  })

  it('takes letters as the initials of another person, and then a PIN', async () => {
    await open(LOCKED)
    await desk.type('wz')
    expect([initials().value, pin().value]).toEqual(['wz', ''])
    desk.press('Enter')
    await desk.type('1357')
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('staff.sign-in').map(({ input }) => [input['initials'], input['pin']])).toEqual([['wz', '1357']])
  })

  it('has its keys until it is gone: Enter in the PIN is no line, though the desk is back already', async () => {
    await open(LOCKED)
    desk.wire.show({ ...EMPTY, version: 50 })
    // The answer is there, and no frame was drawn since.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    expect(desk.desk.store.now().snapshot?.stage).toBe('desk')
    expect(document.querySelector('[data-screen="locked"]')).not.toBeNull()
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.scan')).toEqual([])
    expect(document.querySelector('[data-screen="desk"]')).not.toBeNull()
  })

  it('sends a scan to the desk, says its answer, and keeps the initials', async () => {
    await open(LOCKED)
    const shut = { ...LOCKED.strip }
    desk.wire.intercept(({ method }) => {
      if (method !== 'desk.scan') return null
      const band = {
        number: 1,
        outcome: 'stop',
        weight: 'full',
        kind: null,
        heading: 'The desk is locked.',
        sentence: 'Scan your badge.',
        fact: null,
        spoken: 'Scan your badge.',
      }
      return { kind: 'ok', output: { snapshot: { ...LOCKED, strip: shut, version: 41, band } } }
    })
    // A letter moves on to the initials; those of a scan must leave nothing there.
    await desk.scan('B31234000000011')
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['B31234000000011'])
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('The desk is locked.')
    expect([initials().value, pin().value]).toEqual(['RO', ''])
    expect(document.activeElement).toBe(pin())
  })

  it('after a PIN that was wrong, it is typed again; a scan after it is what is told', async () => {
    await open(LOCKED)
    let number = 1
    desk.wire.intercept(({ method }) => {
      if (method === 'staff.sign-in') {
        return { kind: 'refused', code: 'sign-in-failed', says: 'Not known.', way_out: 'Try again.' }
      }
      if (method !== 'desk.scan') return null
      number += 1
      const words = { heading: 'The desk is locked.', sentence: '', fact: null, spoken: 'The desk is locked.' }
      const band = { number, outcome: 'stop', weight: 'full', kind: null, ...words }
      return { kind: 'ok', output: { snapshot: { ...LOCKED, version: 40 + number, band } } }
    })
    for (const key of ['0', 'Enter']) {
      desk.press(key)
      await desk.settle()
    }
    const alert = (): string => document.querySelector('main [role="alert"]')?.textContent ?? ''
    expect(alert()).toBe('Not known. Try again.')
    expect([initials().value, document.activeElement]).toEqual(['RO', pin()])
    await desk.scan('31234000000011')
    expect(alert()).toBe('The desk is locked.')
  })

  it('comes over whatever was open, and takes search and panels with it', async () => {
    await open(FIVE_OUT)
    desk.press('F4')
    await desk.type('smith')
    expect(desk.text()).toContain('Smith')
    desk.wire.show({ ...LOCKED, version: 60 })
    await desk.settle()
    expect(desk.text()).not.toMatch(/Smith|Dana|Warmth/)
    desk.wire.show({ ...FIVE_OUT, version: 61 })
    await desk.settle()
    expect(document.querySelector('[data-part="search"]')).toBeNull()
    expect(desk.text()).toContain('Dana Miller')
  })

  it('is asked for by its key, which signs nobody out', async () => {
    await open(DECIDE)
    desk.press('l', { ctrlKey: true })
    await desk.settle()
    expect([desk.calls('desk.lock').length, desk.calls('staff.sign-out').length]).toEqual([1, 0])
  })
})

it('the strip says the role when it is more than a clerk’s', async () => {
  const wei = { staff_code: 'wz', name: 'Wei Zhang', initials: 'WZ', role: 'supervisor', role_name: 'Supervisor' }
  await open({ ...EMPTY, staff: wei })
  expect(document.querySelector('header')?.textContent).toContain('Wei Zhang, Supervisor')
})
