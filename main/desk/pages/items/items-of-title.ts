/** Where one item is, in words. Must never say who has it. */
import type { Tone } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'

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
  { words: { pages, panel }, moment }: Speech,
  copy: Copy,
): { readonly words: string; readonly tone: Tone } {
  if (copy.due_at_ms !== null) {
    const due = moment(instant(copy.due_at_ms))
    if (typeof copy.recalled_at_ms === 'number') return { words: panel.recalled(due), tone: 'warn' }
    return { words: pages.items.out(due), tone: 'warn' }
  }
  const known: Readonly<Record<string, string>> = pages.items.status
  const words = known[copy.status] ?? copy.status.charAt(0).toUpperCase() + copy.status.slice(1)
  return { words, tone: isIn(copy) ? 'good' : 'warn' }
}
