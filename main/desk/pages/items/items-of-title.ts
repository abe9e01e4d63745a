/** Where one copy is, in words. Must never say who has it. */
import { recalledWords } from '../../../../shared/circulation/loans/recall.ts'
import type { Tone } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { instant, type LocalDate } from '../../../../shared/kernel/time.ts'
import type { ZoneName } from '../../../../shared/kernel/zone.ts'

const STATUS_WORDS: Readonly<Record<string, string>> = {
  available: 'In',
  reference: 'In, for use here',
  'in-transit': 'On its way to another branch',
  'hold-shelf': 'On the hold shelf',
  'on-order': 'On order',
  'in-process': 'In process, not ready yet',
  missing: 'Missing',
  trace: 'Being looked for',
  damaged: 'Damaged, set aside',
  withdrawn: 'Withdrawn',
  lost: 'Lost',
  'sent-back': 'Sent back to the library that lent it',
}

const IN: ReadonlySet<string> = new Set(['available', 'reference'])

type Copy = {
  readonly status: string
  readonly due_at_ms: number | null
  readonly recalled_at_ms?: number | null
}

export function isIn(copy: Copy): boolean {
  return copy.due_at_ms === null && IN.has(copy.status)
}

export function whereItIs(
  copy: Copy,
  zone: ZoneName,
  today: LocalDate,
): { readonly words: string; readonly tone: Tone } {
  if (copy.due_at_ms !== null) {
    const due = instant(copy.due_at_ms)
    if (typeof copy.recalled_at_ms === 'number') return { words: recalledWords(due, zone, today), tone: 'warn' }
    return { words: `Out, due ${sayMoment(due, zone, today)}`, tone: 'warn' }
  }
  const words = STATUS_WORDS[copy.status] ?? copy.status.charAt(0).toUpperCase() + copy.status.slice(1)
  return { words, tone: isIn(copy) ? 'good' : 'warn' }
}
