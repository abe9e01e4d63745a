/**
 * The same keys at any rhythm end in the same: typed slowly, as fast as hands go, before the station has answered, and
 * heard late by a busy computer. What is sent to the station is compared, in order.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Act, Field, PageView } from '../../shared/desk/page.ts'
import { DEFAULT_SETTINGS } from '../../shared/ipc/settings.ts'
import type { Call } from './support/canned-bridge.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const ask = (name: string, kind: Field['kind'], part: Partial<Field> = {}): Field => {
  const rest = { value: '', is_required: false, hint: '', options: [], is_beside: false, only_with: '', group: '' }
  return { name: `settings.${name}`, label: name, kind, ...rest, ...part }
}
const options = (...labels: readonly string[]): Pick<Field, 'options'> => {
  return { options: labels.map((label) => ({ value: label, label })) }
}
const CHARGE = ask('charge', 'choice', { is_required: true, ...options('first', 'second') })
const REASON = ask('reason', 'choice', { is_required: true, ...options('goodwill', 'hardship', 'mistake') })

function waivePage(asks: readonly Field[]): PageView {
  const call = { method: 'settings.set', input: {} }
  const waive: Act = {
    act_id: 'w',
    key: '',
    label: 'Waive',
    call,
    asks: [...asks],
    says: '',
    preview: null,
    is_grave: false,
    weight: 'main' as const,
  }
  return { ...ACCOUNT, ref: { place: 'waive', about: '' }, acts: [], enter: waive, sections: [] }
}

const SEVERAL = waivePage([CHARGE, ask('amount', 'money', { hint: 'Enter for all of it' }), REASON])
const FEE = waivePage([CHARGE, ask('amount', 'money', { hint: 'Enter for the fee’s own' }), ask('note', 'text')])
const ONE = waivePage([ask('amount', 'money', { value: '200' }), REASON])

type Rhythm = {
  readonly gap_ms: number
  /** So long the station takes for each answer. */
  readonly answer_ms?: number
  /** All keys are heard in one go, behind each other, with their own times. */
  readonly isHeardLate?: boolean
}
const SLOWLY: Rhythm = { gap_ms: 1_500 }
const RHYTHMS: readonly Rhythm[] = [
  ...[40, 100, 150, 151, 161, 300, 500, 659, 661].map((gap_ms) => ({ gap_ms })),
  ...[40, 300].map((gap_ms) => ({ gap_ms, answer_ms: 700 })),
  ...[155, 300].map((gap_ms) => ({ gap_ms, isHeardLate: true })),
  { gap_ms: 200, answer_ms: 2_500, isHeardLate: true },
]

const isAsked = ({ method }: Call): boolean => !['desk.snapshot', 'settings.get'].includes(method)
/** What is half written is kept twice a second, so how often depends on the rhythm; what is kept at last does not. */
const isOfDraft = ({ method }: Call): boolean => method === 'draft.keep' || method === 'draft.drop'

/** Presses the keys and gives what the station was asked for. */
async function sent(page: PageView, keys: readonly string[], rhythm: Rhythm): Promise<readonly unknown[]> {
  const { gap_ms, answer_ms = 0, isHeardLate = false } = rhythm
  desk = await mountScene(FIVE_OUT)
  desk.wire.intercept(async ({ method, input }) => {
    if (answer_ms > 0 && isAsked({ method, input })) await new Promise((resolve) => setTimeout(resolve, answer_ms))
    const now = desk.wire.snapshot()
    if (method === 'desk.go') desk.wire.show({ ...now, page, version: now.version + 1 })
    if (method === 'settings.set') desk.wire.show({ ...now, page: null, version: now.version + 1 })
    if (method === 'settings.set') return { kind: 'ok', output: { settings: DEFAULT_SETTINGS } }
    return method === 'desk.go' ? { kind: 'ok', output: { snapshot: desk.wire.snapshot() } } : null
  })
  const from_ms = performance.now()
  for (const [at, key] of keys.entries()) {
    if (isHeardLate) desk.pressAt(key, from_ms + at * gap_ms)
    else desk.press(key)
    if (!isHeardLate) await desk.settle(gap_ms - 1)
  }
  for (let turn = 0; turn < 8; turn += 1) await desk.settle(1_000)
  const draft = desk.wire.calls.findLast(isOfDraft)
  const calls = desk.wire.calls.filter((call) => isAsked(call) && !isOfDraft(call))
  const texts = [...document.querySelectorAll<HTMLInputElement>('[data-form] input[type="text"]')].map(
    (one) => one.value,
  )
  const asked = calls.map(({ method, input: { commandId: _id, ...input } }) => ({ method, input }))
  return [...asked, { left: [desk.line().value, ...texts], draft: draft?.input['texts'] ?? null }]
}

/** The acts among what was asked. */
const acts = (asked: readonly unknown[]): readonly unknown[] =>
  asked.filter((call) => (call as Partial<Call>).method === 'settings.set')

const keysOf = (text: string): readonly string[] => text.split(' ')
const SEQUENCES: readonly (readonly [string, PageView, string])[] = [
  ['charge 1, all of it, reason 1, and three keys too many', SEVERAL, '- 1 Enter 1 Enter 1 Enter'],
  ['charge 2, two dollars, reason 3', SEVERAL, '- 2 2 0 0 Enter 3 Enter'],
  ['an Enter behind each digit', SEVERAL, '- 2 Enter 2 0 0 Enter 3 Enter'],
  ['an Enter before the charge is picked', SEVERAL, '- Enter 1 Enter 2 Enter'],
  ['a digit for a charge where there is one', ONE, '- 1 Enter 1 Enter 1 Enter'],
  ['a charge that is not there', SEVERAL, '- 9 Enter 1 Enter 1 Enter'],
  ['dollars with their point', ONE, '- 1 2 . 5 0 Enter 1 Enter'],
  ['left half way', SEVERAL, '- 1 Escape'],
]

describe.each(SEQUENCES)('%s', (_name, page, text) => {
  it('is the same at any rhythm', async () => {
    const slowly = await sent(page, keysOf(text), SLOWLY)
    for (const rhythm of RHYTHMS) {
      await desk.unmount()
      expect(await sent(page, keysOf(text), rhythm), JSON.stringify(rhythm)).toEqual(slowly)
    }
  })
})

describe('what is waived is what was typed as the amount, or all of it', () => {
  const set = (amount: number | null, charge: string, reason: string): unknown => {
    return { method: 'settings.set', input: { settings: { charge, amount, reason } } }
  }

  it.each(RHYTHMS)('at $gap_ms ms', async (rhythm) => {
    expect(await sent(SEVERAL, keysOf('- 1 Enter 1 Enter 1 Enter'), rhythm)).toContainEqual(
      set(null, 'first', 'goodwill'),
    )
    await desk.unmount()
    expect(await sent(SEVERAL, keysOf('- 2 2 0 0 Enter 3 Enter'), rhythm)).toContainEqual(set(200, 'second', 'mistake'))
    await desk.unmount()
    const asked = await sent(ONE, keysOf('- 1 Enter 1 Enter 1 Enter'), rhythm)
    expect(acts(asked)).toEqual([])
  })

  it('an amount that was passed over and typed further on is asked for again', async () => {
    const asked = await sent(SEVERAL, keysOf('- 2 Enter 2 0 0 Enter 3 Enter'), { gap_ms: 300 })
    expect(acts(asked)).toEqual([])
    expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('settings.amount')
  })
})

describe('figures alone in the words behind an amount that was left empty', () => {
  const keys = '- 2 Enter 2 5 0 Enter'
  const isSent = (calls: readonly unknown[]): boolean => acts(calls).length > 0

  it.each([150, 300, 1_500])('make the form ask for the amount, at %i ms', async (gap_ms) => {
    expect(isSent(await sent(FEE, keysOf(keys), { gap_ms }))).toBe(false)
    expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('settings.amount')
  })

  it('once: Enter then leaves it empty, and the words stay', async () => {
    const calls = await sent(FEE, keysOf(`${keys} Enter Enter`), { gap_ms: 300 })
    expect(JSON.stringify(acts(calls))).toContain('"note":"250"')
  })

  it('and words with a figure in them ask nothing', async () => {
    expect(isSent(await sent(FEE, keysOf('- 2 Enter b a g 2 Enter'), { gap_ms: 300 }))).toBe(true)
  })
})

describe('a key that is held down', () => {
  it('types nothing into the field it leads to, and no amount', async () => {
    desk = await mountScene({ ...FIVE_OUT, page: SEVERAL })
    desk.press('Enter')
    await desk.settle(200)
    desk.press('1')
    await desk.settle(300)
    for (let count = 0; count < 10; count += 1) {
      desk.press('1', { repeat: true })
      await desk.settle(33)
    }
    const amount = (): string =>
      document.querySelector<HTMLInputElement>('[data-field="settings.amount"] input')?.value ?? '?'
    expect([document.activeElement?.closest('[data-field]')?.getAttribute('data-field'), amount()]).toEqual([
      'settings.amount',
      '',
    ])
    desk.press('2')
    await desk.settle(270)
    for (let count = 0; count < 10; count += 1) {
      await desk.settle(33)
      desk.press('2', { repeat: true })
    }
    expect(amount()).toBe('2')
  })
})

describe('a number without an end', () => {
  it.each(['charge', 'amount'])('into the %s picks nothing and is no amount', async (name) => {
    desk = await mountScene({ ...FIVE_OUT, page: SEVERAL })
    desk.press('Enter')
    await desk.settle(200)
    if (name === 'amount') desk.press('2')
    await desk.settle(200)
    await desk.scan('21234000000012', [])
    await desk.settle(600)
    const fields = [...document.querySelectorAll<HTMLInputElement>('[data-form] input')]
    expect(fields.filter((one) => one.type === 'text').map((one) => one.value)).toEqual([''])
    expect(fields.filter((one) => one.checked).map((one) => one.value)).toEqual(name === 'amount' ? ['second'] : [])
  })
})
