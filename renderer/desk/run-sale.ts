/**
 * Selling by key: "12*c" on the line, then = or +, which gives the cash for it as well; and the quick keys while the
 * amount of a payment has the focus, where a letter sells one, "12*" and a letter twelve. Must never sell over an
 * amount that a person has typed.
 */
import { readQuickSale } from '../../shared/cash/pay/quick-sale.ts'
import type { Act, PageView } from '../../shared/desk/page.ts'
import { clearLine, focusHome, homeField } from '../fields/field.ts'
import type { Desk } from './desk.ts'
import { needsForm, openForm } from './forms.ts'
import type { PayKey } from '../../shared/desk/pay/pay-keys.ts'
import type { Pay } from './pay.ts'
import { forgetTyped, runPayKey } from './run-pay.ts'
import type { DeskState } from './state.ts'
import { underWay } from './under-way.ts'

/** The amount is drawn a frame or two after the page is known. */
const FRAMES_MAX = 30

function isAmountDrawn(desk: Desk): boolean {
  return desk.store.now().pay !== null && document.querySelector('[data-field="amount"] input') !== null
}

/**
 * The line goes to the payment page. Only what was found in the catalog is given cash for, and what has no price is
 * asked for it first.
 */
export function sellLine(desk: Desk, key: PayKey | null): void {
  const text = homeField()?.value ?? ''
  desk.store.change({ search: null, panel: 'none' })
  clearLine()
  focusHome()
  const sold = async (): Promise<void> => {
    const { kind } = await desk.perform({ method: 'desk.scan', input: { text, source: 'typed' } }, desk.mint())
    const { band, page } = desk.store.now().snapshot ?? {}
    if (kind !== 'ok' || band?.outcome === 'stop' || page?.ref.place !== 'pay') return
    const sale = readQuickSale(text)
    const act = sale && actsByLetter(page).find((one) => one.key === sale.letter)
    if (act && needsForm(act)) return sellMany(desk, act, sale.quantity_count)
    for (let frame = 0; frame < FRAMES_MAX && !isAmountDrawn(desk); frame += 1)
      await new Promise<void>((resolve) => desk.ports.nextFrame(resolve))
    if (key !== null) runPayKey(desk, key)
  }
  void underWay(desk.store, sold())
}

const HOW_MANY = /^([1-9]\d{0,2})\s*\*$/

/** How many are sold, by what is in the amount; null: it is an amount. */
function howMany({ texts, is_filled }: Pay): number | null {
  const typed = texts.amount.trim()
  if (typed === '' || is_filled) return 1
  const count = HOW_MANY.exec(typed)?.[1]
  return count === undefined ? null : Number(count)
}

/** What a letter does at the amount: the quick keys, and the acts of the page. */
function actsByLetter({ acts, sections }: PageView): readonly Act[] {
  const quick = sections.flatMap((one) => (one.kind === 'choices' ? one.choices.map(({ act }) => act) : []))
  return [...quick, ...acts]
}

/** The letters that sell or act now; none unless a payment is put together, and over no typed amount. */
export function sellingLetters({ pay, snapshot }: DeskState): readonly string[] {
  const page = snapshot?.page
  if (!pay || !page || howMany(pay) === null) return []
  return actsByLetter(page)
    .map(({ key }) => key)
    .filter((key) => key !== '')
}

export function sellByLetter(desk: Desk, letter: string): void {
  const { pay, snapshot } = desk.store.now()
  const act = snapshot?.page && actsByLetter(snapshot.page).find(({ key }) => key === letter)
  const quantity_count = pay && howMany(pay)
  if (!act || !quantity_count) return
  forgetTyped(desk)
  sellMany(desk, act, quantity_count)
}

/** Sells so many of it, once its form is filled in where it has one. */
function sellMany(desk: Desk, act: Act, quantity_count: number): void {
  const { method, input } = act.call
  const call = { method, input: 'quantity_count' in input ? { ...input, quantity_count } : input }
  const label = quantity_count === 1 ? act.label : `${quantity_count} × ${act.label}`
  if (needsForm(act)) openForm(desk, { act: { ...act, label, call }, row_id: null })
  else void desk.perform(call, desk.mint())
}
