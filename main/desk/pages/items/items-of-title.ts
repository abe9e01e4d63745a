/** Where one item is, in words. Must never say who has it. */
import { recalledWords } from '../../../../shared/circulation/loans/recall.ts'
import type { Tone } from '../../../../shared/desk/page.ts'
import { instant, type LocalDate } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { ZoneName } from '../../../../shared/kernel/zone.ts'

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
  { words: { pages }, moment }: Speech,
  copy: Copy,
  zone: ZoneName,
  today: LocalDate,
): { readonly words: string; readonly tone: Tone } {
  if (copy.due_at_ms !== null) {
    const due = instant(copy.due_at_ms)
    if (typeof copy.recalled_at_ms === 'number') return { words: recalledWords(due, zone, today), tone: 'warn' }
    return { words: pages.items.out(moment(due)), tone: 'warn' }
  }
  const known: Readonly<Record<string, string>> = pages.items.status
  const words = known[copy.status] ?? copy.status.charAt(0).toUpperCase() + copy.status.slice(1)
  return { words, tone: isIn(copy) ? 'good' : 'warn' }
}
