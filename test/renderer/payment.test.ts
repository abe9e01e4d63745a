/** Taking money by keyboard: exact, the next note, typed amounts, checks and cards, lines, and that a scan is none. */
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import type { Payment } from '../../shared/desk/pay/payment.ts'
import { mountScene, untilScanIsOver, type Mounted } from './support/mounted.ts'
import { LINES, payPage } from './support/payment.ts'
import { FIVE_OUT } from './support/scenes.ts'

const BOOK = '31234000000099'
const ALL = LINES.map(({ line_id: charge_ref }) => ({ charge_ref, amount_cents: null }))
let desk: Mounted
afterEach(() => desk.unmount())

async function open(part: Partial<Payment> = {}): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: payPage(part) })
  desk.wire.intercept(({ method }) =>
    method === 'settings.set' ? { kind: 'ok', output: { settings: DEFAULT_SETTINGS } } : null,
  )
  await desk.settle()
}

const LONE_MS = 200
/** Keys of a person, one after the other. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    desk.press(key)
    await desk.settle(LONE_MS)
  }
}
const field = (name: string): HTMLInputElement | null => document.querySelector(`#pay-${name}`)
const amount = (): string => field('amount')?.value ?? ''
const fault = (): string | null => document.querySelector('[data-fault]')?.getAttribute('data-fault') ?? null
const focused = (): string => document.activeElement?.id ?? ''
const figure = (): HTMLElement => document.querySelector('[data-part="pay-figure"]') as HTMLElement
const coming = (): string => `${figure().dataset['coming']} ${figure().querySelector('b')?.textContent}`
const take = (): string =>
  document.querySelector('[data-part="payment"] button[aria-keyshortcuts="Enter"]')?.textContent ?? ''
const sent = (): readonly Readonly<Record<string, unknown>>[] => desk.calls('settings.set').map(({ input }) => input)
const cash = (tendered_cents: number): unknown => ({ tender: 'cash', tendered_cents })
const chosen = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[aria-selected="true"][data-line]')].map(
    (one) => one.dataset['line'] ?? '',
  )

describe('a tender', () => {
  it('has the focus in the amount, and none by default: Enter alone sends nothing and says so', async () => {
    await open()
    expect(focused()).toBe('pay-amount')
    await press('Enter')
    expect([sent(), fault(), focused()]).toEqual([[], 'no_tender', 'pay-amount'])
  })

  it('= is exact cash, and Enter takes it', async () => {
    await open()
    await press('=', 'Enter')
    expect(sent()).toEqual([{ charges: ALL, pay_cents: null, sales: [], tenders: [cash(375)] }])
  })

  it('its key and a figure count while the button that takes the payment has the focus', async () => {
    await open()
    document.querySelector<HTMLElement>('[data-part="payment"] button[aria-keyshortcuts="Enter"]')?.focus()
    await press('4')
    expect([focused(), amount()]).toEqual(['pay-amount', '4'])
    document.querySelector<HTMLElement>('[data-part="payment"] button[aria-keyshortcuts="Enter"]')?.focus()
    await press('0')
    expect(amount()).toBe('40')
    document.querySelector<HTMLElement>('[data-part="payment"] button[aria-keyshortcuts="Enter"]')?.focus()
    await press('D')
    expect([focused(), amount()]).toEqual(['pay-authorization', '40'])
  })

  it('+ is the next note up, again the one above, and the change is shown', async () => {
    await open()
    await press('+')
    expect([amount(), coming()]).toEqual(['5.00', 'whole $1.25'])
    await press('+', '+')
    expect([amount(), coming()]).toEqual(['20.00', 'whole $16.25'])
    await press('Enter')
    expect(sent()).toMatchObject([{ tenders: [cash(2000)] }])
  })

  it('means the same however fast the keys come', async () => {
    await open()
    for (const key of ['+', 'Enter']) desk.press(key)
    await desk.settle(600)
    expect(sent()).toMatchObject([{ tenders: [cash(500)] }])
  })

  it.each([
    ['1050', 1050],
    ['10.5', 1050],
    ['500', 500],
    ['20.', 2000],
  ])('“%s” is %i cents', async (typed, tendered) => {
    await open()
    await desk.type(typed)
    await press('Enter')
    expect(sent()).toMatchObject([{ tenders: [cash(tendered)] }])
  })

  it('an amount typed over that of a key replaces it', async () => {
    await open()
    await press('+')
    await desk.type('1000')
    expect(amount()).toBe('1000')
  })

  it.each([
    ['5o0', 'letters'],
    ['1000000', 'too_long'],
    ['5', 'digit'],
    ['5.005', 'amount'],
  ])('“%s” is none: it is said at the field, and nothing is sent', async (typed, reason) => {
    await open()
    await desk.type(typed)
    await press('Enter')
    expect([sent(), fault(), focused(), amount()]).toEqual([[], reason, 'pay-amount', typed])
  })

  it.each(['X', 'V', 'A'])(
    '%s says that it does nothing where nothing can come of it, and typing goes on',
    async (key) => {
      await open({ rounding: 'off', credit_cents: 0 })
      await desk.type('1')
      await press(key)
      expect([fault(), focused(), amount()]).toEqual(['no_key', 'pay-amount', '1'])
      await press('0', '0')
      expect([fault(), amount()]).toEqual([null, '100'])
    },
  )

  it('too little is a part payment, and the button says so before Enter', async () => {
    await open()
    await desk.type('100')
    expect(coming()).toBe('part $2.75')
    expect(take()).toContain('$1.00')
    expect(take()).toContain('$3.75')
    await press('Enter')
    expect(sent()).toMatchObject([{ charges: ALL, pay_cents: 100, tenders: [cash(100)] }])
  })

  it('is sent once, whatever Enter is pressed', async () => {
    await open()
    desk.wire.intercept(({ method }) => (method === 'settings.set' ? new Promise(() => {}) : null))
    await press('=', 'Enter', 'Enter', 'Enter')
    expect(sent()).toHaveLength(1)
  })

  it('that is refused stays as it was, under a new id', async () => {
    await open()
    desk.wire.intercept(({ method }) =>
      method === 'settings.set'
        ? { kind: 'refused', code: 'drawer-closed', says: 'No drawer.', way_out: 'Open it.' }
        : null,
    )
    const id = (): unknown => desk.desk.store.now().form?.command_id
    const before = id()
    await press('=', 'Enter')
    expect([amount(), sent().length, id() === before]).toEqual(['3.75', 1, false])
    await press('Enter')
    expect(sent()).toHaveLength(2)
  })
})

it('above the library’s limit is sent as meant by the next Enter, unless it was changed', async () => {
  await open()
  desk.wire.intercept(({ method }) =>
    method === 'settings.set'
      ? { kind: 'refused', code: 'amount-unusual', says: 'So much?', way_out: 'Press Enter again.' }
      : null,
  )
  await press('=', 'Enter', 'Enter', '+', 'Enter')
  expect(sent().map((input) => input['is_large_meant'])).toEqual([undefined, true, undefined])
})

it('a check of a number that was taken before is sent as meant by the next Enter, beside a large amount', async () => {
  await open()
  const codes = ['amount-unusual', 'check-number-again', 'check-number-again']
  desk.wire.intercept(({ method }) =>
    method === 'settings.set'
      ? { kind: 'refused', code: codes.shift() ?? '', says: 'Is it?', way_out: 'Press Enter again.' }
      : null,
  )
  await press('=', 'Enter', 'Enter', 'Enter', '+', 'Enter')
  const meant = sent().map((input) => [input['is_large_meant'], input['is_check_meant']])
  expect(meant).toEqual([
    [undefined, undefined],
    [true, undefined],
    [true, true],
    [undefined, undefined],
  ])
})

describe('a check, a card and credit', () => {
  it('K is a check for what is due, and asks for its number', async () => {
    await open()
    await press('k')
    expect([amount(), focused()]).toEqual(['3.75', 'pay-check_number'])
    await press('Enter')
    expect([sent(), fault()]).toEqual([[], 'check_number'])
    await desk.type('1042')
    await press('Enter')
    expect(sent()).toMatchObject([{ tenders: [{ tender: 'check', amount_cents: 375, check_number: '1042' }] }])
  })

  it('D is a card, for the amount that was typed, and asks for its slip', async () => {
    await open()
    await desk.type('200')
    await press('d')
    expect([amount(), focused()]).toEqual(['200', 'pay-authorization'])
    await desk.type('a1k9')
    await press('Enter')
    await desk.type('4242')
    await press('Enter')
    const card = { tender: 'card', amount_cents: 200, authorization: 'A1K9', last_four: '4242' }
    expect(sent()).toMatchObject([{ tenders: [card] }])
  })

  it('a check for more than is due is refused at the field', async () => {
    await open()
    await desk.type('500')
    await press('k')
    await desk.type('1')
    await press('Enter')
    expect([sent(), fault(), focused()]).toEqual([[], 'over', 'pay-amount'])
  })

  it('A keeps the change on the account, and gives it again', async () => {
    await open()
    await press('a')
    expect(document.querySelector('[data-pay-key="keep"]')).toBeNull()
    await press('+', 'a')
    expect([coming(), take()]).toEqual(['whole $1.25', expect.stringContaining('$1.25')])
    await press('a', 'a', 'Enter')
    expect(sent()).toMatchObject([{ keeps_change: true, pay_cents: null, tenders: [cash(500)] }])
    await desk.unmount()
    await open({ can_keep_change: false })
    await press('+', 'a', 'Enter')
    expect(sent()).toEqual([{ charges: ALL, pay_cents: null, sales: [], tenders: [cash(500)] }])
  })

  it('X says that the drawer cannot make exact change, where the library rounds cash only then', async () => {
    const lines = LINES.map((line, at) => (at === 0 ? { ...line, amount_cents: 217, owed_cents: 217 } : line))
    const part: Partial<Payment> = { lines, due_cents: 377, rounding: 'no-exact-change' }
    await open(part)
    await desk.type('500')
    expect(coming()).toBe('whole $1.23')
    await press('x')
    expect(coming()).toBe('whole $1.25')
    await press('x')
    expect(coming()).toBe('whole $1.23')
    await press('x', 'Enter')
    expect(sent()).toMatchObject([{ is_exact_possible: false, pay_cents: null, tenders: [cash(500)] }])
    await desk.unmount()
    await open({ ...part, rounding: 'always' })
    expect(document.querySelector('[data-pay-key="no-exact"]')).toBeNull()
    await press('+', 'x', 'Enter')
    expect(sent()).toEqual([{ charges: ALL, pay_cents: null, sales: [], tenders: [cash(500)] }])
  })

  it('X takes a payment that is whole only once it is rounded', async () => {
    const lines = LINES.map((line, at) => (at === 0 ? { ...line, amount_cents: 217, owed_cents: 217 } : line))
    await open({ lines, due_cents: 377, rounding: 'no-exact-change' })
    await press('x')
    await desk.type('375')
    await press('Enter')
    expect(sent()).toMatchObject([{ is_exact_possible: false, pay_cents: null, tenders: [cash(375)] }])
  })

  it('G is goods, again work; each pays the charges of its row, and what is left is cash', async () => {
    const goods = { value_cents: 100, most_cents: 200, months: [] }
    const lines = LINES.map((line, at) => ({ ...line, in_kind: at < 2 ? ['FOOD', 'READ'] : [] }))
    const in_kind: Payment['in_kind'] = [
      { kind_code: 'FOOD', name: 'Food for fines', per_kind: 'piece', ...goods },
      { kind_code: 'READ', name: 'Read down', per_kind: 'hour', value_cents: 300, most_cents: null, months: [] },
    ]
    await open({ lines, in_kind })
    await press('g')
    await desk.type('5')
    expect(coming()).toBe('part $1.75')
    await press('Escape', 'g', 'g')
    await desk.type('.5')
    expect(coming()).toBe('part $2.25')
    await press('/')
    await press('=', 'Enter')
    const read = { tender: 'in-kind', kind_code: 'READ', quantity_count: 30, amount_cents: null }
    expect(sent()).toEqual([{ charges: ALL, pay_cents: null, sales: [], tenders: [read, cash(225)] }])
  })

  it('G is nothing where no goods are taken, and more than nothing has to be said of them', async () => {
    await open()
    await press('g', 'Enter')
    expect([sent(), fault()]).toEqual([[], 'no_tender'])
    await desk.unmount()
    const per = { per_kind: 'piece' as const, value_cents: 100, most_cents: null, months: [] }
    const food = { kind_code: 'FOOD', name: 'Food', ...per }
    await open({ in_kind: [food] })
    await press('g', 'Enter')
    expect([sent(), fault()]).toEqual([[], 'quantity'])
    await desk.type('2')
    await press('Enter')
    expect([sent(), fault()]).toEqual([[], 'pays_nothing'])
  })

  it('credit pays others’ charges only when its key is pressed again', async () => {
    const [own, ...others] = LINES.map((line, at) => ({ ...line, credit: at === 0 ? ('own' as const) : 'others' }))
    await open({ credit_cents: 500, lines: [own, ...others] as Payment['lines'] })
    await press('v')
    expect(amount()).toBe('2.15')
    await press('v')
    expect(amount()).toBe('3.75')
    await press('v')
    expect(amount()).toBe('2.15')
    await press('v', 'Enter')
    expect(sent()).toMatchObject([{ tenders: [{ tender: 'credit', amount_cents: 375, is_for_others: true }] }])
  })

  it('credit is offered only where there is some, and up to that', async () => {
    await open()
    await press('v')
    expect([amount(), document.querySelector('[data-pay-key="credit"]')]).toEqual(['', null])
    await desk.unmount()
    await open({ credit_cents: 125 })
    await press('v')
    expect(amount()).toBe('1.25')
    await press('/')
    expect(coming()).toBe('part $2.50')
    await press('=', 'Enter')
    expect(sent()).toMatchObject([{ tenders: [{ tender: 'credit', amount_cents: 125 }, cash(250)] }])
  })

  it('Esc takes the tender back, and then leaves', async () => {
    await open()
    await press('k')
    await press('Escape')
    expect([amount(), field('check_number'), focused()]).toEqual(['', null, 'pay-amount'])
    expect(desk.calls('desk.back')).toHaveLength(0)
    await press('Escape')
    expect([desk.calls('desk.back').length, sent()]).toEqual([1, []])
  })
})

describe('the lines', () => {
  it('Down and Space take one away, and what is due follows', async () => {
    await open()
    await press('ArrowDown', 'ArrowDown', ' ')
    expect([chosen(), coming()]).toEqual([['D2.1.7', 'D2.1.11'], 'nothing $3.15'])
    await press('ArrowUp', ' ', '=', 'Enter')
    expect(sent()).toEqual([
      { charges: [{ charge_ref: 'D2.1.11', amount_cents: null }], pay_cents: null, sales: [], tenders: [cash(100)] },
    ])
  })

  it('with none of them nothing is sent', async () => {
    await open()
    await press('ArrowDown', ' ', 'ArrowDown', ' ', 'ArrowDown', ' ')
    await desk.type('500')
    await press('Enter')
    expect([chosen(), fault(), sent()]).toEqual([[], 'no_line', []])
  })

  it('stay as chosen when the desk sends the page again, and one that is new comes as it says', async () => {
    await open()
    await press('ArrowDown', ' ')
    const added = { ...LINES[0], line_id: 'D2.1.12', is_chosen: true } as Payment['lines'][number]
    const now = desk.wire.snapshot()
    const page = payPage({ lines: [...LINES, added], due_cents: 590 })
    desk.wire.show({ ...now, version: now.version + 1, page })
    await desk.settle()
    expect(chosen()).toEqual(['D2.1.9', 'D2.1.11', 'D2.1.12'])
    expect(focused()).toBe('pay-amount')
  })

  it('are kept as a draft, and no amount that a key filled in', async () => {
    await open()
    await press('ArrowDown', ' ', '+')
    await desk.settle(600)
    const [kept] = desk.calls('draft.keep').map(({ input }) => input)
    expect(kept?.['texts']).toMatchObject({ chosen: 'D2.1.9\nD2.1.11', amount: '' })
    const texts = { ...(kept?.['texts'] as object), chosen: 'D2.1.11' }
    const draft = { act: String(kept?.['act']), texts, kept_at: '2:14 PM' }
    await desk.unmount()
    desk = await mountScene({ ...FIVE_OUT, page: { ...payPage(), drafts: [draft] } })
    expect([chosen(), amount()]).toEqual([['D2.1.11'], ''])
    expect(document.querySelector('[data-part="restored"]')).not.toBeNull()
  })

  it('and an amount that was typed for them, while as much is due', async () => {
    await open()
    await desk.type('500')
    await desk.settle(600)
    const [kept] = desk.calls('draft.keep').map(({ input }) => input)
    const texts = kept?.['texts'] as Readonly<Record<string, string>>
    expect(texts).toMatchObject({ amount: '500' })
    const draft = { act: String(kept?.['act']), texts, kept_at: '2:14 PM' }
    for (const [due_cents, typed] of [
      [375, '500'],
      [475, ''],
    ] as const) {
      await desk.unmount()
      desk = await mountScene({ ...FIVE_OUT, page: { ...payPage({ due_cents }), drafts: [draft] } })
      const isRestored = document.querySelector('[data-part="restored"]') !== null
      expect([amount(), sent(), isRestored]).toEqual([typed, [], typed !== ''])
    }
  })
})

describe('a scan in the amount', () => {
  it('goes to the desk whole, and the amount stays as it was', async () => {
    await open()
    await desk.type('50')
    await desk.scan(BOOK)
    await untilScanIsOver(desk)
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual([BOOK])
    expect([sent(), amount()]).toEqual([[], '50'])
  })

  it('that begins with the letter of a tender chooses none', async () => {
    await open()
    await desk.scan('D31234000')
    await untilScanIsOver(desk)
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['D31234000'])
    expect([amount(), field('authorization'), sent()]).toEqual(['', null, []])
  })

  it('into the number of a check takes no payment', async () => {
    await open()
    await press('k')
    await desk.scan(BOOK)
    await untilScanIsOver(desk)
    expect([field('check_number')?.value, sent(), desk.calls('desk.scan').length]).toEqual(['', [], 1])
  })
})

it('says what would come of it while it is typed', async () => {
  await open()
  const previews: unknown[] = []
  desk.wire.intercept(({ method, input }) => {
    if (method !== 'charge.waive-preview') return null
    previews.push(input['tenders'])
    return { kind: 'ok', output: { lines: [{ text: 'With this, checkout is allowed again.', tone: 'good' }] } }
  })
  await press('+')
  await desk.settle(300)
  expect(previews.at(-1)).toEqual([cash(500)])
  expect(document.querySelector('[data-part="preview"]')?.textContent).toContain('allowed again')
})

it('with nothing to pay says so, and the line has the focus', async () => {
  await open({ lines: [], due_cents: 0 })
  expect(desk.text()).toContain('Nothing is owed. Press Esc.')
  expect(document.activeElement).toBe(desk.line())
})
