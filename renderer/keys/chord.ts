/** Turns a browser's key event into the names that shared/desk/ uses: a chord, and a key for the scanner rule. */
import type { WedgeKey } from '../../shared/desk/wedge.ts'

type KeyFacts = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** AltGr reports as Ctrl and Alt together, and types a character. */
function isCtrl(event: KeyFacts): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey
}

/** "Enter", "Ctrl+F2", "Ctrl+Z", "1". The Apple command key counts as Ctrl. */
export function chordOf(event: KeyFacts): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isFunctionKey = /^F\d{1,2}$/.test(key)
  const shift = event.shiftKey && (isFunctionKey || isCtrl(event) || key === 'Enter' || key === 'Tab') ? 'Shift+' : ''
  return `${isCtrl(event) ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${key}`
}

const QUIET = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Alt', 'Control', 'Unidentified'])

export function wedgeKeyOf(event: KeyFacts): WedgeKey {
  if (QUIET.has(event.key)) return { kind: 'quiet' }
  // Some scanners send their line feed as Ctrl+J, their return as Ctrl+M.
  if (isCtrl(event)) return ['j', 'm', 'J', 'M'].includes(event.key) ? { kind: 'end' } : { kind: 'other' }
  if (event.key === 'Enter' || event.key === 'Tab') return event.shiftKey ? { kind: 'other' } : { kind: 'end' }
  return /^.$/u.test(event.key) ? { kind: 'character', text: event.key } : { kind: 'other' }
}

/** The key of an answer: in a form digits are typed. */
export function chordOfAnswer(key: string, hasForm: boolean): string {
  return hasForm ? `Ctrl+${key}` : key
}

/** "1 = renew" as it holds now. The key stays on the line of what it does: alone, "1" is an amount. */
export function answersAsKeyed(sentence: string, hasForm: boolean): string {
  return sentence.replaceAll(/\b([1-9]) = /g, (_, key: string) => `${chordOfAnswer(key, hasForm)}\u00a0=\u00a0`)
}
