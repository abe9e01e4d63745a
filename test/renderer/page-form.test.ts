/** Forms of a page by keyboard: what Enter does, what is understood, what is sent, and that a scan changes nothing. */
import { afterEach, describe, expect, it } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import { setField } from '../../renderer/fields/field.ts'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, ASKED_FOR_SOME, FEW_ASKED } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

const TAKEN = { kind: 'ok', output: { settings: DEFAULT_SETTINGS } } as const
const BOOK = '31234000000099'
let desk: Mounted
const form = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-part="form"]')
const control = (name: string): HTMLInputElement =>
  document.querySelector(`[data-field="settings.${name}"] input`) as HTMLInputElement
const hint = (name: string): string =>
  document.querySelector(`[data-field="settings.${name}"] output`)?.textContent ?? ''
const reason = (): HTMLSelectElement | null => document.querySelector('[data-field="settings.reason"] select')
const focused = (): string => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? ''
const sent = (): readonly unknown[] => desk.calls('settings.set').map(({ input }) => input['settings'])
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) desk.press(key)
  await desk.settle()
}

/** Picks from the list of reasons, which is the browser's own, as a choice in a form of many fields is. */
async function pick(value: string): Promise<void> {
  const list = reason()
  expect(document.activeElement).toBe(list)
  if (list) setField(list, value)
  await desk.settle()
}

/** The waiving form: one field of each kind. */
async function waive(page: PageView = ACCOUNT, language: 'en' | 'es' = 'en'): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page, language })
  desk.wire.intercept(({ method }) => (method === 'settings.set' ? TAKEN : null))
  await press('End', 'w')
  await desk.settle(200)
}

afterEach(() => desk.unmount())

describe('a form', () => {
  it('opens under its row with the first field focused, and says what it is about', async () => {
    await waive()
    expect(form()?.textContent).toContain('Owed on this charge: $3.75.')
    expect(focused()).toBe('settings.amount_cents')
    expect(desk.line().value).toBe('')
    expect(sent()).toEqual([])
  })

  it.each([
    ['our-mistake', 'settings.from_on'],
    ['illness', 'settings.from_on'],
    ['goodwill', 'settings.days_count'],
  ])('for %s, Enter goes on to %s: a field is asked for some answers of another alone', async (reason, next) => {
    await waive(ASKED_FOR_SOME)
    await press('Enter')
    await pick(reason)
    await press('Enter')
    expect(focused()).toBe(next)
  })

  it('Enter goes from field to field and at last sends; what is offered is taken', async () => {
    await waive()
    await press('Enter')
    expect(focused()).toBe('settings.reason')
    await pick('our-mistake')
    await press('Enter')
    expect(focused()).toBe('settings.from_on')
    await press('Enter', 'Enter', 'Enter', 'Enter')
    expect(focused()).toBe('settings.pin')
    await desk.type('471108')
    expect(sent()).toEqual([])
    await press('Enter')
    await desk.settle(60)
    const filled = { amount_cents: 375, reason: 'our-mistake', from_on: '2026-11-24', days_count: null, is_told: false }
    expect(sent()).toEqual([{ ...filled, note: '', pin: '471108' }])
    expect(form()).toBeNull()
    expect(document.activeElement).toBe(desk.line())
  })

  it('in Spanish asks once about figures that are a date in both orders, and takes the day first', async () => {
    await waive(FEW_ASKED, 'es')
    await press('Enter', '2')
    await desk.settle(200)
    expect(control('from_on').value).toBe('24/11/2026')
    await desk.type('5/1')
    await press('Enter')
    expect(focused()).toBe('settings.from_on')
    expect(form()?.querySelector('[role="alert"]')?.textContent).toMatch(/Enter.*5 .*ene.*2027.*1 .*may/)
    await press('Enter', 'Enter')
    await desk.settle(60)
    expect(sent()).toMatchObject([{ from_on: '2027-01-05' }])
  })

  it('a digit picks from a choice of a form of few fields, and goes on; the last Enter sends', async () => {
    await waive(FEW_ASKED)
    await press('Enter', '2')
    await desk.settle(200)
    expect(focused()).toBe('settings.from_on')
    await press('Enter', 'Enter')
    await desk.settle(60)
    expect(sent()).toEqual([{ amount_cents: 375, reason: 'our-mistake', from_on: '2026-11-24', days_count: null }])
  })

  it('a digit on a list picks nothing, and Enter stays there', async () => {
    await waive()
    await press('Enter', '2')
    await desk.settle(200)
    await press('Enter')
    expect([focused(), reason()?.value, sent()]).toEqual(['settings.reason', '', []])
  })

  it('Ctrl+Enter sends from anywhere, and names the first field that cannot be read', async () => {
    await waive()
    desk.press('Enter', { ctrlKey: true })
    await desk.settle()
    expect(form()?.querySelector('[role="alert"]')?.textContent).toBe('Choose one under “Reason”.')
    expect(focused()).toBe('settings.reason')
    await pick('illness')
    desk.press('Enter', { ctrlKey: true })
    await desk.settle(60)
    expect(sent()).toMatchObject([{ reason: 'illness', amount_cents: 375 }])
  })

  it('Enter stays in a choice that is needed until one is picked, and says so', async () => {
    await waive()
    await press('Enter', 'Enter', 'Enter')
    expect(focused()).toBe('settings.reason')
    expect(form()?.querySelector('[role="alert"]')?.textContent).toBe('Choose one under “Reason”.')
  })

  it('a digit that no option has picks none', async () => {
    await waive(FEW_ASKED)
    await press('Enter', '3')
    await desk.settle(200)
    desk.focus(document.querySelector<HTMLElement>('[data-field="settings.reason"] input:checked'))
    await press('7')
    await desk.settle(200)
    expect(form()?.querySelectorAll('[data-field="settings.reason"] input:checked')).toHaveLength(0)
    expect(form()?.querySelector('[role="alert"]')?.textContent).toContain('7')
  })

  it('shows what it understood while a date or an amount is typed', async () => {
    await waive()
    expect(control('amount_cents').value).toBe('3.75')
    await desk.type('250')
    expect(hint('amount_cents')).toContain('$2.50')
    await press('Enter')
    await pick('goodwill')
    await press('Enter')
    expect(hint('from_on')).toContain('Tue, Nov 24')
    await desk.type('+7')
    expect(hint('from_on')).toContain('Tue, Dec 1')
  })

  it('has the current values in it, and typing replaces them', async () => {
    await waive()
    const values = ['amount_cents', 'from_on', 'days_count', 'pin'].map((name) => control(name).value)
    expect(values).toEqual(['3.75', '11/24/2026', '', ''])
    expect([control('amount_cents').selectionStart, control('amount_cents').selectionEnd]).toEqual([0, 4])
  })

  it('says what is wrong at the field, and the field says so to a screen reader', async () => {
    await waive()
    await desk.type('1')
    await press('Enter')
    const box = document.querySelector('[data-field="settings.amount_cents"]')
    const wrong = box?.querySelector('[role="alert"]')
    expect(form()?.querySelectorAll('[role="alert"]')).toHaveLength(1)
    expect(control('amount_cents').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(control('amount_cents'))
    const described = (): string[] => control('amount_cents').getAttribute('aria-describedby')?.split(' ') ?? []
    // The alert is read now: described by it as well, the field would have it read twice.
    expect(described()).not.toContain(wrong?.id)
    desk.focus(control('from_on'))
    await desk.settle()
    expect(described()).toContain(wrong?.id)
  })

  it('says nothing of it once it can be read, before Enter', async () => {
    await waive()
    await press('Enter')
    await pick('our-mistake')
    await press('Enter')
    await desk.type('13/45')
    await press('Enter')
    const alerts = (): number => form()?.querySelectorAll('[role="alert"]').length ?? -1
    expect(alerts()).toBe(1)
    await desk.type('12/')
    await desk.settle()
    expect(alerts()).toBe(1)
    await desk.type('1')
    await desk.settle()
    expect([alerts(), control('from_on').getAttribute('aria-invalid')]).toEqual([0, null])
  })

  it('takes no more than five digits of money', async () => {
    await waive()
    await desk.type('1234567')
    expect(control('amount_cents').value).toBe('12345')
  })

  it('never shows a PIN', async () => {
    await waive()
    expect(control('pin').type).toBe('password')
  })

  it('Esc leaves it unsent, and the line has the focus', async () => {
    await waive()
    await press('Escape')
    expect([form(), sent()]).toEqual([null, []])
    expect(document.activeElement).toBe(desk.line())
    expect(document.querySelector('[data-part="page"]')).not.toBeNull()
  })

  it('with nothing to fill in asks even so; a lone Enter leaves it when it is grave', async () => {
    desk = await mountScene({ ...FIVE_OUT, page: ACCOUNT })
    await press('End', 'e')
    await desk.settle(200)
    expect(form()?.textContent).toContain('There is no way back.')
    await press('Enter')
    expect([form(), desk.calls('desk.renew')]).toEqual([null, []])
    await press('e')
    await desk.settle(200)
    desk.press('Enter', { ctrlKey: true })
    await desk.settle()
    expect(desk.calls('desk.renew')).toHaveLength(1)
  })

  it('stays open while the station sends the page again, and goes with its row', async () => {
    await waive()
    await desk.type('250')
    desk.wire.show({ ...FIVE_OUT, page: structuredClone(ACCOUNT), version: 70 })
    await desk.settle(60)
    expect([control('amount_cents').value, focused()]).toEqual(['250', 'settings.amount_cents'])
    desk.wire.show({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [] }, version: 71 })
    await desk.settle(60)
    expect(form()).toBeNull()
    expect(document.activeElement).toBe(desk.line())
  })
})

describe('sending', () => {
  const REFUSED = {
    kind: 'refused',
    code: 'not-permitted',
    says: 'Your role may not do this.',
    way_out: 'Ask.',
  } as const
  const claim = async (): Promise<void> => {
    desk = await mountScene({ ...FIVE_OUT, page: ACCOUNT })
    await press('ArrowDown', 'c')
    await desk.settle(200)
  }
  const ids = (): readonly unknown[] => desk.calls('desk.answer').map(({ input }) => input['commandId'])

  it('two Enters send once', async () => {
    await claim()
    await press('Enter', 'Enter')
    await desk.settle(60)
    expect(ids()).toHaveLength(1)
    expect(desk.calls('desk.finish')).toHaveLength(0)
  })

  it('an act that waits for approval closes its form, and the snapshot with the row is fetched', async () => {
    await claim()
    const asked = { ...REFUSED, code: 'approval-asked' } as const
    desk.wire.intercept(({ method }) => (method === 'desk.answer' ? asked : null))
    const fetched_count = desk.calls('desk.snapshot').length
    await press('Enter')
    await desk.settle(60)
    expect(form()).toBeNull()
    expect(desk.calls('desk.snapshot').length).toBe(fetched_count + 1)
    expect(document.querySelector('[data-part="band"]')?.textContent).not.toContain(asked.says)
  })

  it('a refusal is said in the band, and the form keeps what was typed', async () => {
    await claim()
    desk.wire.intercept(({ method }) => (method === 'desk.answer' ? REFUSED : null))
    await desk.type('11/20')
    await press('Enter')
    await desk.settle(60)
    expect(document.querySelector('[data-part="band"]')?.textContent).toContain('Your role may not do this.')
    expect(form()?.querySelector('input')?.value).toBe('11/20')
    desk.wire.intercept(() => null)
    await press('Enter')
    await desk.settle(60)
    expect(form()).toBeNull()
    expect(new Set(ids()).size).toBe(2)
    expect(desk.calls('desk.answer').map(({ input }) => input['on'])).toEqual(['2026-11-20', '2026-11-20'])
  })

  it('a refusal about a field is said at that field, and not twice', async () => {
    await claim()
    const past = { ...REFUSED, code: 'due-date-past', says: 'That day has passed.', way_out: '' } as const
    desk.wire.intercept(({ method }) => (method === 'desk.answer' ? past : null))
    const heard: unknown[] = []
    desk.desk.onHeard(({ outcome, weight, spoken }) => heard.push([outcome, weight, spoken]))
    await press('Enter')
    await desk.settle(60)
    expect(form()?.querySelector('[data-field="on"] [role="alert"]')?.textContent).toContain('That day has passed.')
    expect(document.querySelector('[data-part="band"]')?.textContent).not.toContain('That day has passed.')
    expect(document.querySelector('[data-part="alert"]')?.textContent).toBe('')
    expect(heard).toEqual([['stop', 'full', '']])
    expect(document.activeElement).toBe(form()?.querySelector('input'))
    await desk.type('12/20')
    await desk.settle()
    expect(form()?.querySelector('[role="alert"], [aria-invalid]')).toBeNull()
  })

  it('what was not confirmed is sent again with the same id', async () => {
    await claim()
    desk.wire.intercept(({ method }) =>
      method === 'desk.answer' ? { kind: 'fault', fault: '1A2B', is_recorded: false, says: 'NOT recorded.' } : null,
    )
    await press('Enter')
    await desk.settle(60)
    desk.wire.intercept(() => null)
    await press('Enter')
    await desk.settle(60)
    expect(ids()).toHaveLength(2)
    expect(new Set(ids()).size).toBe(1)
  })
})

describe('a scan while a form is open', () => {
  /** Goes to this field, the reason picked. */
  async function walkTo(name: string): Promise<void> {
    while (focused() !== `settings.${name}`) {
      if (focused() === 'settings.reason' && reason()) await pick('our-mistake')
      desk.press(focused() === 'settings.reason' && !reason() ? '2' : 'Enter')
      await desk.settle(180)
    }
  }
  const values = (): readonly (string | boolean)[] =>
    [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-form] :is(input, select)')].map((one) =>
      one instanceof HTMLInputElement && ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value,
    )

  it.each([
    ['an amount', ACCOUNT, 'amount_cents'],
    ['a list', ACCOUNT, 'reason'],
    ['a choice', FEW_ASKED, 'reason'],
    ['a date', ACCOUNT, 'from_on'],
    ['a date behind a choice', FEW_ASKED, 'from_on'],
    ['a note', ACCOUNT, 'note'],
    ['a PIN', ACCOUNT, 'pin'],
  ] as const)('into %s goes whole to the desk and leaves the field as it was', async (_name, page, field) => {
    await waive(page)
    await walkTo(field)
    const before = values()
    await desk.scan(BOOK)
    await desk.settle(200)
    expect(desk.calls('desk.scan').map(({ input }) => [input['text'], input['source']])).toEqual([[BOOK, 'scan']])
    expect(focused()).toBe(`settings.${field}`)
    expect(values()).toEqual(before)
    expect(desk.line().value).toBe('')
  })

  it('a sentence typed as fast as a scanner is a sentence', async () => {
    await waive()
    await walkTo('note')
    await desk.scan('gave back 2 of the books', [])
    desk.press('Enter')
    await desk.settle()
    expect(desk.calls('desk.scan')).toHaveLength(0)
    expect(control('note').value).toBe('gave back 2 of the books')
    expect(focused()).toBe('settings.pin')
  })
})
