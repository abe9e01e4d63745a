/**
 * The field that has the focus: which one it is, what it is for, and restoring it after a scanner typed into it. Home
 * is the field that owns the focus: the scan line at the desk, the initials when nobody is signed in.
 */
import type { FieldUse } from '../../shared/desk/wedge.ts'

const HOME = '[data-home]'
/** A part of the screen with fields of its own, where a click can leave the focus. */
const KEEPS_FOCUS = '[data-keeps-focus]'

export function homeField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(HOME)
}

/** The desk's own line; the first field of the other screens is home too. */
export function isLine(field: Element | null): boolean {
  return field?.id === 'line'
}

/** The initials of the person who locked the desk, which another person types over. */
export function offeredField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('[data-offered]')
}

export function focusHome(): void {
  const home = homeField()
  // Once a library is imported, the field of the folder is folded away: then the fold has the focus.
  const fold = home?.closest('details:not([open])')?.querySelector('summary')
  ;(fold ?? home)?.focus({ preventScroll: true })
}

export type TextField = HTMLInputElement | HTMLTextAreaElement

const ROW_FORM = '[data-row-form]'

/** Puts the focus into the initials of the row that waits for approval. */
export function focusApproval(row_id: string): void {
  const form = [...document.querySelectorAll<HTMLElement>(ROW_FORM)].find((one) => one.dataset['rowForm'] === row_id)
  form?.querySelector('input')?.focus()
}

/** The row into whose form a person is typing; null outside such a form. */
export function focusedRowForm(): string | null {
  return document.activeElement?.closest<HTMLElement>(ROW_FORM)?.dataset['rowForm'] ?? null
}

/** Whether a person is typing initials or PIN into a row. */
export function isInRowForm(): boolean {
  return focusedRowForm() !== null
}

export function isTextField(element: Element | null): element is TextField {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && ['text', 'password', 'search'].includes(element.type)
}

export function keepsFocus(element: Element | null): boolean {
  return element?.closest(KEEPS_FOCUS) !== null && element !== null
}

const USES: readonly string[] = ['words', 'text', 'code', 'pin', 'amount', 'total', 'free'] satisfies FieldUse[]

export function fieldUse(element: Element | null): FieldUse {
  const use = element instanceof HTMLElement ? (element.dataset['use'] ?? '') : ''
  return USES.includes(use) ? (use as FieldUse) : 'any'
}

export type FieldBefore = { readonly field: TextField | HTMLSelectElement; readonly value: string } | null

/** Where a scan goes while a form asks for somebody's card. */
export function cardField(): HTMLInputElement | null {
  const field = document.querySelector<HTMLInputElement>('[data-form] [data-kind="card"] input')
  // Under the help nobody sees it.
  return field?.checkVisibility() === true ? field : null
}

/** The field as it is before a key of a new run reaches it. */
export function rememberField(): FieldBefore {
  const field = document.activeElement
  return isTextField(field) || field instanceof HTMLSelectElement ? { field, value: field.value } : null
}

/** Sets a field's value, and dispatches its input event. */
export function setField(field: TextField | HTMLSelectElement, value: string): void {
  if (field.value === value) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The kind of the input event by which a field is as it was before a scanner typed into it. */
export const TAKEN_BACK = 'historyUndo'

/** Takes back what a scanner typed into a field. */
export function takeBack(field: TextField | HTMLSelectElement, value: string): void {
  if (field.value === value) return
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: TAKEN_BACK }))
}

function hasSelectedText(): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && !isTextField(document.activeElement)
}

function isFocusLost(): boolean {
  const isNowhere = document.activeElement === document.body || document.activeElement === null
  return isNowhere && document.hasFocus() && !hasSelectedText()
}

/** Moves the focus home when nothing has it. */
export function focusHomeIfLost(): void {
  if (isFocusLost()) focusHome()
}

const STOPS = 'button, input, select, textarea, summary, [tabindex="0"]'

/** Where Tab stops on the screen, in their order. */
function stops(): readonly HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(STOPS)]
  return all.filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility())
}

/** Walks around by Tab: behind the last button comes the first of the screen, and not the window's own frame. */
function walkAround(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.defaultPrevented) return
  const all = stops()
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
  if (!to || document.activeElement !== from) return
  event.preventDefault()
  to.focus()
}

const PRESSED = 'button, [role="option"], [role="combobox"], tr, li'

/** Keeps the focus at home through clicks, closing panels and switching windows. Returns what stops it. */
export function keepFocusHome(): () => void {
  const target = (event: Event): Element | null => (event.target instanceof Element ? event.target : null)
  const isFree = (element: Element | null): boolean => keepsFocus(element) || isTextField(element)
  const onDown = (event: MouseEvent): void => {
    // Pressing a button does not take the focus; text elsewhere can still be selected and copied.
    if (!isFree(target(event)) && target(event)?.closest(PRESSED)) event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    if (!isFree(target(event)) && !hasSelectedText()) focusHome()
  }
  const onFocus = (): void => {
    if (!isFree(document.activeElement)) focusHome()
  }
  const onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget !== null) return
    queueMicrotask(focusHomeIfLost)
  }
  window.addEventListener('keydown', walkAround)
  document.addEventListener('mousedown', onDown, true)
  document.addEventListener('click', onClick)
  document.addEventListener('focusout', onFocusOut)
  window.addEventListener('focus', onFocus)
  return () => {
    window.removeEventListener('keydown', walkAround)
    document.removeEventListener('mousedown', onDown, true)
    document.removeEventListener('click', onClick)
    document.removeEventListener('focusout', onFocusOut)
    window.removeEventListener('focus', onFocus)
  }
}

export function clearLine(): void {
  const home = homeField()
  if (home) setField(home, '')
}
