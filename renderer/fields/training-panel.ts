/** The panel of the training devices as a place for the focus: into it, back to where it was there, and out of it. */
import { focusHome } from './field.ts'

const PANEL = '[data-part="training"]'
const STOPS = 'button, [tabindex="0"]'

export const trainingPanel = (): HTMLElement | null => document.querySelector<HTMLElement>(PANEL)

/** What had the focus in the panel last: a barcode of the tray, or the place among its stops. */
let last = ''

function stops(inside: HTMLElement): readonly HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(STOPS)]
}

/** Where the focus is in the panel, to come back to it. */
function noteStop(target: EventTarget | null): void {
  const inside = trainingPanel()
  if (!(target instanceof HTMLElement) || inside === null || target === inside) return
  last = target.dataset['barcode'] ?? String(stops(inside).indexOf(target))
}

export function enterPanel(inside: HTMLElement): void {
  const all = stops(inside)
  const known = all.find(({ dataset }) => dataset['barcode'] === last) ?? all[Number(last)]
  const first = all.find(({ dataset }) => dataset['barcode'] !== undefined) ?? all[0]
  const to = last === '' ? first : (known ?? first)
  ;(to ?? inside).focus()
}

/** On a small screen the panel lies over the work while it has the focus. */
function liesOverWork(inside: HTMLElement): boolean {
  return getComputedStyle(inside).position === 'fixed'
}

/** After a click: the line has the focus again, unless the panel would go away with it. */
function lookAtPanel(inside: HTMLElement, { detail }: MouseEvent): void {
  // A click of the mouse, and not of a key.
  if (detail > 0 && !liesOverWork(inside)) focusHome()
}

/** Esc leads back to the line, and a click leaves the focus there. Returns what stops it. */
export function keepPanel(inside: HTMLElement): () => void {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') focusHome()
  }
  const onClick = (event: MouseEvent): void => lookAtPanel(inside, event)
  const onFocus = ({ target }: FocusEvent): void => noteStop(target)
  inside.addEventListener('keydown', onKey)
  inside.addEventListener('click', onClick)
  inside.addEventListener('focusin', onFocus)
  return () => {
    inside.removeEventListener('keydown', onKey)
    inside.removeEventListener('click', onClick)
    inside.removeEventListener('focusin', onFocus)
  }
}

/** Once it is drawn, the panel has the focus. */
export function enterWhenDrawn(tries_left = 20): void {
  const inside = trainingPanel()
  if (inside) enterPanel(inside)
  else if (tries_left > 0) requestAnimationFrame(() => enterWhenDrawn(tries_left - 1))
}
