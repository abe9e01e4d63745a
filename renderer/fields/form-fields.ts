/**
 * The fields of the open form in the browser: their texts, which has the focus, and moving to the next one. Judges no
 * content.
 */
import { isTextField, type TextField } from './field.ts'

const FORM = '[data-form]'

/** The boxes of the fields in order; each holds one text field, a list, radio buttons or a check box. */
function boxes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`${FORM} [data-field]`)]
}

type Control = TextField | HTMLInputElement | HTMLSelectElement

/** What takes the focus in a field: in a choice the chosen option, or the first. */
function controlOf(box: HTMLElement): Control | null {
  return box.querySelector<HTMLInputElement>('input:checked') ?? box.querySelector<Control>('input, textarea, select')
}

function textOf(box: HTMLElement): string {
  if (box.dataset['kind'] === 'choice') return box.querySelector<HTMLInputElement>('input:checked')?.value ?? ''
  const control = controlOf(box)
  if (box.dataset['kind'] === 'tick') return control instanceof HTMLInputElement && control.checked ? 'yes' : ''
  return control?.value ?? ''
}

/** The text of each field, by its name. */
export function textsOfForm(): Readonly<Record<string, string>> {
  return Object.fromEntries(boxes().map((box) => [box.dataset['field'] ?? '', textOf(box)]))
}

/** Whether a part of it is under the foot of the form, or below the page. */
function isCovered(box: Element, form: Element): boolean {
  const edges = [form.querySelector('[data-foot]')?.getBoundingClientRect().top]
  edges.push(form.closest('[data-part="page"]')?.getBoundingClientRect().bottom)
  const { bottom } = box.getBoundingClientRect()
  return edges.some((edge) => edge !== undefined && bottom > edge)
}

/**
 * A form under a row shows which row: its foot stays in sight by itself. Never hides what has the focus.
 *
 * @param box of a field that was gone to, which is shown whole; null: the form was just opened
 */
function keepRowInSight(form: Element | null, box: Element | null, control: HTMLElement | null | undefined): void {
  const row = form?.closest('table')?.querySelector('tr[aria-selected="true"]')
  if (!form || !row) return
  row.scrollIntoView({ block: 'nearest' })
  if (box && isCovered(box, form)) box.scrollIntoView({ block: 'nearest' })
  control?.scrollIntoView({ block: 'nearest' })
}

/**
 * Shows the page's own form whole, under as much of the heading as there is room for: what it is about, and the acts.
 * @returns false when it is higher than the page, or belongs to a row
 */
function showWhole(form: Element | null): boolean {
  const page = form?.closest('[data-part="page"]')
  if (!form || !page || form.closest('table') || form.clientHeight > page.clientHeight) return false
  page.scrollTo(0, 0)
  const below_px = form.getBoundingClientRect().bottom - page.getBoundingClientRect().bottom
  if (below_px > 0) page.scrollBy(0, Math.ceil(below_px))
  return true
}

/** Puts the focus into a field of the form, into its first one, or onto its first button. */
export function focusForm(name?: string): void {
  const all = boxes()
  const box = all.find((one) => one.dataset['field'] === name) ?? all[0]
  const control = box ? controlOf(box) : document.querySelector<HTMLElement>(`${FORM} [data-first]`)
  control?.focus()
  // Typing replaces a value, and goes on with a text.
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length)
  else if (control && isTextField(control)) control.select()
  // All of a form that fits is in sight from its first field on; above the page's own form is what it is about.
  const form = document.querySelector(FORM)
  if (showWhole(form)) return
  if (name === undefined) form?.scrollIntoView({ block: 'nearest' })
  if (name === undefined && form?.closest('table') === null) form.closest('[data-part="page"]')?.scrollTo(0, 0)
  box?.scrollIntoView({ block: 'nearest' })
  keepRowInSight(form, name === undefined ? null : (box ?? null), control)
}

/** Puts the focus onto the first of the acts under "More". */
export function focusMore(): void {
  document.querySelector<HTMLElement>('[data-part="more"] button')?.focus()
}

/** Whether Enter passes over it: nothing is in the field that it depends on, or another value than it is asked for. */
function isPassedOver(box: HTMLElement): boolean {
  const [onlyWith, values] = (box.dataset['onlyWith'] ?? '').split('=')
  const other = boxes().find((one) => one.dataset['field'] === onlyWith)
  if (other === undefined) return false
  const text = textOf(other)
  return values === undefined ? /^[0.\s]*$/.test(text) : !values.split(' ').includes(text)
}

/** Moves to the next field that Enter does not pass over. @returns false when the focus was in the last one */
export function nextField(): boolean {
  const all = boxes()
  const at = all.findIndex((box) => box.contains(document.activeElement))
  const next = all.find((box, place) => place > at && !isPassedOver(box))
  if (!next) return false
  focusForm(next.dataset['field'])
  return true
}

/** Moves up or down among the fields, whatever is in them; at either end it stays. */
export function walkFields(by: 1 | -1): void {
  const all = boxes()
  const next = all[all.findIndex((box) => box.contains(document.activeElement)) + by]
  if (next) focusForm(next.dataset['field'])
}

/** Kinds of fields that hold figures alone. */
const FIGURES: readonly (string | undefined)[] = ['count', 'number', 'money', 'total']

export function formFocus(): 'field' | 'figure' | 'choice' | 'button' | null {
  const target = document.activeElement
  if (!target?.closest(FORM)) return null
  const box = target.closest<HTMLElement>('[data-field]')
  if (!box) return 'button'
  if (FIGURES.includes(box.dataset['kind'])) return 'figure'
  return box.dataset['kind'] === 'choice' ? 'choice' : 'field'
}

/** The name of the field that has the focus; null when none has. */
export function focusedField(): string | null {
  return document.activeElement?.closest<HTMLElement>(`${FORM} [data-field]`)?.dataset['field'] ?? null
}

/**
 * Picks the option with this digit of the choice that has the focus, and moves to the next field; in the last one a
 * digit sends nothing. @returns `again` when a digit had picked one before; `none` when no option has it, and then none
 * is picked
 */
export function chooseByDigit(digit: string): 'picked' | 'again' | 'none' {
  const box = document.activeElement?.closest<HTMLElement>('[data-field][data-kind="choice"]')
  const options = [...(box?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const option = options[Number(digit) - 1]
  if (!box || !option) {
    for (const one of options) one.checked = false
    return 'none'
  }
  option.click()
  option.focus()
  if (nextField()) return 'picked'
  const isAgain = box.dataset['digit'] !== undefined
  box.dataset['digit'] = digit
  return isAgain ? 'again' : 'picked'
}
