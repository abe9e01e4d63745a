/** Labels on the screen, to be printed on a sheet, or as a strip by a receipt printer. */
import { LABEL_SHEETS } from '../../../../shared/catalog/label-sheets.ts'
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { labelStrip, type LabelKind } from '../../../../shared/receipt/layout/labels.ts'
import { paperFacts, slipWordsIn } from '../../../papers/facts-for-paper.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { labelsAbout, labelsOf, ON_SHEET, ON_STRIP, readLabels } from '../../papers/labels.ts'
import { act, callOf, field, goTo, page } from '../make.ts'

/** @param about as `labelsAbout` makes it; null where there is nothing to put on a label */
export function labelsPage(desk: Desk, about: string): PageView | null {
  const asked = readLabels(about)
  const labels = asked ? labelsOf(desk, asked) : []
  if (!asked || labels.length === 0) return null
  const words = speechOf(desk).words.pages.labels
  const { settings } = desk.library.policy()
  const isStrip = asked.on === ON_STRIP
  const other = { ...asked, on: isStrip ? ON_SHEET : ON_STRIP } as const
  const turn = goTo({ place: 'receipt', about: labelsAbout(other) }, isStrip ? words.on_sheet : words.on_strip, 'O')
  const heading = words.headings[asked.kind](labels.length)
  const ref = { place: 'receipt', about } as const
  if (isStrip) {
    const document = labelStrip(paperFacts(desk.library), asked.kind, labels, slipWordsIn(desk.library))
    const sections = [{ kind: 'paper', section_id: 'strip', heading: '', document } as const]
    return page(desk.library, { ref, heading, lead: words.strip_lead, sections, acts: [turn] })
  }
  const sheet_code = asked.kind === 'spine' ? settings.spine_label_sheet : settings.label_sheet
  const { kind, of, start_count } = asked
  const start = act({
    key: 'S',
    label: words.start,
    call: callOf('label.show', { kind, of }),
    asks: [field('start_count', words.start_at, 'number', { value: String(start_count), is_required: true })],
  })
  return page(desk.library, {
    ref,
    heading,
    lead: words.sheet_lead(LABEL_SHEETS[sheet_code].name, start_count),
    sections: [{ kind: 'labels', section_id: 'labels', heading: '', sheet_code, start_count, labels: [...labels] }],
    acts: [start, turn],
  })
}

/** An act that shows the labels of a kind, from the first of a sheet. */
export function showLabels(kind: LabelKind, of: string, label: string, key = ''): Act {
  return goTo({ place: 'receipt', about: labelsAbout({ on: ON_SHEET, kind, of, start_count: 1 }) }, label, key)
}
