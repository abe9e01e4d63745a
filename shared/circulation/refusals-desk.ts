/**
 * Every "no" that is about the desk itself: who works there, what was read, what was asked of it. In precedence order.
 */
import type { RefusalEntry } from './refusal-entry.ts'

export const DESK_REFUSALS = [
  {
    code: 'not-signed-in',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nobody is signed in.',
    way_out: 'Scan your badge or type your initials and PIN.',
  },
  {
    code: 'not-permitted',
    kind: 'impossible',
    override: 'nobody',
    says: 'Your role may not do this.',
    way_out: 'Ask a supervisor to sign in.',
  },
  {
    code: 'sign-in-failed',
    kind: 'impossible',
    override: 'nobody',
    says: 'That is not a badge or PIN this desk knows.',
    way_out: 'Try again.',
  },
  {
    code: 'sign-in-paused',
    kind: 'impossible',
    override: 'nobody',
    says: 'Too many wrong PINs. Signing in is paused until {until}.',
    way_out: 'Wait, or scan a badge.',
  },
  {
    code: 'already-set-up',
    kind: 'impossible',
    override: 'nobody',
    says: 'This desk is set up already.',
    way_out: 'Sign in.',
  },
  {
    code: 'desk-not-set-up',
    kind: 'impossible',
    override: 'nobody',
    says: 'This desk has no branch yet.',
    way_out: 'Take in the library’s data, then choose the branch.',
  },
  {
    code: 'command-changed',
    kind: 'impossible',
    override: 'nobody',
    says: 'The same command came again with other content.',
    way_out: 'Start the action anew.',
  },
  {
    code: 'recording-stopped',
    kind: 'impossible',
    override: 'nobody',
    says: 'The desk is in rescue mode and records nothing.',
    way_out: 'Restore a backup first.',
  },
  {
    code: 'too-long',
    kind: 'impossible',
    override: 'nobody',
    says: 'That is {length} characters; no barcode is longer than {max}.',
    way_out: 'Scan again.',
  },
  {
    code: 'barcode-empty',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nothing readable came from the scanner.',
    way_out: 'Scan again.',
  },
  {
    code: 'barcode-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: '{barcode} is neither a card nor an item here (as of {as_of}).',
    way_out: 'Scan again, or F4 to find by name.',
  },
  {
    code: 'patron-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'Card {barcode} is not in this copy (as of {as_of}).',
    way_out: 'Scan again, or F4 to find by name.',
  },
  {
    code: 'item-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'Item {barcode} is not in this copy (as of {as_of}).',
    way_out: 'Scan again; if it stays unknown, set the book aside.',
  },
  {
    code: 'check-digit-bad',
    kind: 'alert',
    override: 'staff',
    says: 'The check digit does not fit: it may be misread.',
    way_out: 'Scan again.',
  },
  {
    code: 'barcode-is-both',
    kind: 'decide',
    override: 'staff',
    says: '{barcode} is a card and an item.',
    way_out: '1 for the card, 2 for the item.',
  },
] as const satisfies readonly RefusalEntry[]

/** What is said when nothing about people or material stands in the way: undoing, answering, setting up, data in. */
export const CLOSING_REFUSALS = [
  {
    code: 'nothing-to-undo',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nothing left to undo here.',
    way_out: 'Go on.',
  },
  {
    code: 'undo-overtaken',
    kind: 'impossible',
    override: 'nobody',
    says: 'Something newer was recorded for this item.',
    way_out: 'Undo that first, or scan the item.',
  },
  {
    code: 'rows-undecided',
    kind: 'impossible',
    override: 'nobody',
    says: '{count} to decide before you finish.',
    way_out: 'Use the arrows and the row’s own key.',
  },
  {
    code: 'choice-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'That row has no such answer.',
    way_out: 'Use one of the keys shown in the row.',
  },
  {
    code: 'branch-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no branch {branch}.',
    way_out: 'Choose one of the list.',
  },
  {
    code: 'folder-unreadable',
    kind: 'impossible',
    override: 'nobody',
    says: 'The folder {folder} cannot be read.',
    way_out: 'Check the name and try again.',
  },
  {
    code: 'import-running',
    kind: 'impossible',
    override: 'nobody',
    says: 'Data is being taken in already.',
    way_out: 'Wait for it to end.',
  },
] as const satisfies readonly RefusalEntry[]
