/**
 * Who is charged for damage, and how much, shown while the form is filled in. Reads what charging reads and records
 * nothing. The item's page does not say who has it, so another patron than the open one is told by initials and the end
 * of the card: enough to compare with the person at the desk.
 */
import type { PreviewLine } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { findItem } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { whoseWords } from '../patrons/whose.ts'
import { damageOf, lastPatronOf, sumOf } from './material.ts'

export function previewDamage(desk: Desk, input: Input<'item.damage-preview'>): readonly PreviewLine[] {
  const item = findItem(desk.library, input.item_barcode)
  const last = item && lastPatronOf(desk.library, item)
  if (!last) return []
  const { words, money } = speechOf(desk)
  const { preview } = words.outcomes.money.damage
  const asked = { ...input, part: input.part ?? '', is_beyond_use: input.is_beyond_use ?? false }
  const { lines, off_cents } = damageOf(desk.library, item, last, asked)
  if (lines.length === 0) return [{ text: preview.nothing, tone: 'warn' }]
  const sum = money(sumOf(lines, off_cents))
  return [{ text: preview.charges(sum, whoseWords(desk, last.patron_id)), tone: 'plain' }]
}
