/**
 * One press of a key: as the browser gives it, or kept and pressed again once its step is on the screen. The browser
 * handles its own presses unless they are taken; a kept one does the same here.
 */
import { isTextField, setField, type TextField } from '../fields/field.ts'
import { nextField } from '../fields/form-fields.ts'

type Facts = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'timeStamp'>

export type Stroke = Facts & {
  /** Its run of keys at a scanner's pace; runs are counted. */
  readonly run: number
  /** Keeps it from the browser and from every other listener. */
  readonly take: () => void
  /** Does what the browser would do. Nothing for a press of the browser's own. */
  readonly give: () => void
}

const NOTHING = (): void => undefined

/** Presses made by `give`: they are for the field alone. */
const given = new WeakSet<Event>()

export function isGiven(event: Event): boolean {
  return given.has(event)
}

function factsOf({ key, ctrlKey, metaKey, altKey, shiftKey, repeat, timeStamp }: Facts): Facts {
  return { key, ctrlKey, metaKey, altKey, shiftKey, repeat, timeStamp }
}

export function take(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

export function strokeOf(event: KeyboardEvent, run: number): Stroke {
  return { ...factsOf(event), run, take: () => take(event), give: NOTHING }
}

/** The same press, to be done later. */
export function kept(stroke: Stroke): Stroke {
  return { ...factsOf(stroke), run: stroke.run, take: NOTHING, give: () => give(stroke) }
}

function typeInto(field: TextField, text: string, before_count: number): void {
  const end = field.selectionEnd ?? field.value.length
  const start = field.selectionStart ?? end
  const from = start === end ? Math.max(0, start - before_count) : start
  setField(field, field.value.slice(0, from) + text + field.value.slice(end))
  // A field that truncates has put the caret where it belongs.
  const caret = Math.min(from + text.length, field.value.length)
  field.setSelectionRange(caret, caret)
}

function give({ key, ctrlKey, metaKey, altKey, shiftKey }: Facts): void {
  const target = document.activeElement
  if (!(target instanceof HTMLElement)) return
  const press = new KeyboardEvent('keydown', {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    bubbles: true,
    cancelable: true,
  })
  given.add(press)
  target.dispatchEvent(press)
  // AltGr reports as Ctrl and Alt together, and types a character.
  if (press.defaultPrevented || (ctrlKey || metaKey) !== altKey) return
  if (key === 'Tab') nextField()
  else if (isTextField(target)) giveText(target, key)
  else if (key === 'Enter' || key === ' ') target.click()
}

function giveText(field: TextField, key: string): void {
  if (key === 'Backspace') typeInto(field, '', 1)
  else if (key === 'Enter') field.form?.requestSubmit()
  else if (/^.$/u.test(key)) typeInto(field, key, 0)
}
