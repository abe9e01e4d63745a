/** A fine rule as a curve, with its words: on the page of the rule, and while its form is filled in. Saves nothing. */
import { curveAt, fineCurve, type FineCurve } from '../../../shared/circulation/fines/fine-curve.ts'
import type { Curve } from '../../../shared/desk/pictures.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { emptyRow, readRow, withRow } from '../../../shared/policy/form-rows.ts'
import type { FineRule } from '../../../shared/policy/policy-facts.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { policyNow } from '../../policy/change-rules.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** Of which lateness the table gives the amount, besides the first that is charged and the one at the cap. */
const TOLD = { days: [7, 14, 30, 60], hours: [4, 12, 24] } as const
/** Whom a rule is for changes nothing of what it costs; in a form it may not be chosen yet. */
const EVERYWHERE = ['branch_code', 'category_code', 'item_type_code'].map((name) => [name, '*'] as const)
type Given = Readonly<Record<string, unknown>>
const ANY_ROW: Given = { ...emptyRow('fine_rule'), rule_code: 'ANY' }

function ruleOf(desk: Desk, values: Given): FineRule | null {
  const read = readRow('fine_rule', values, 'stored')
  if ('problem' in read) return null
  const [rule] = withRow({ ...policyNow(desk.library), fine_rules: [] }, 'fine_rule', '', read.values).fine_rules
  return rule ?? null
}

/** Null while the values make no rule. */
export function drawnFine(desk: Desk, values: Given): Curve | null {
  const rule = ruleOf(desk, values)
  if (!rule) return null
  const speech = speechOf(desk)
  const words = speech.words.pages.policy.fine_curve
  const curve = fineCurve(policyNow(desk.library), rule)
  const { late_max, points, free_count } = curve
  const late = words.late[curve.unit]
  return {
    kind: 'curve',
    section_id: 'curve',
    heading: '',
    says: saysOf(speech, rule, curve),
    late_heading: words.late_heading[curve.unit],
    amount_heading: words.amount,
    late_max,
    points: [...points],
    free:
      free_count !== null && free_count > 0 ? { late_count: free_count, label: words.free(late(free_count)) } : null,
    cap:
      rule.fine_cents_max !== null && rule.fine_cents_max > 0 && free_count !== null
        ? { amount_cents: rule.fine_cents_max, label: words.most(speech.money(rule.fine_cents_max)) }
        : null,
    rows: toldOf(curve).map((late_count) => ({
      label: late(late_count),
      amount_cents: curveAt(curve, late_count) ?? cents(0),
    })),
  }
}

function toldOf({ unit, late_max, free_count, capped_count }: FineCurve): readonly number[] {
  if (free_count === null) return []
  const all = [free_count + 1, ...TOLD[unit].filter((late_count) => late_count > free_count), capped_count ?? late_max]
  return [...new Set(all)].filter((late_count) => late_count <= late_max).sort((one, other) => one - other)
}

function saysOf({ words, money }: Speech, rule: FineRule, curve: FineCurve): string {
  const { fine_curve } = words.pages.policy
  const { free_count, late_max, capped_count } = curve
  const late = fine_curve.late[curve.unit]
  if (free_count === null) return fine_curve.nothing
  const amount = (late_count: number): string => money(curveAt(curve, late_count) ?? cents(0))
  const first = fine_curve.first(late(free_count + 1), amount(free_count + 1))
  const last =
    capped_count === null
      ? fine_curve.no_cap(late(late_max), amount(late_max))
      : fine_curve.capped(amount(capped_count), late(capped_count))
  return [first, last, rule.is_capped_at_price ? fine_curve.price : ''].filter((part) => part !== '').join(' ')
}

export function previewFine(desk: Desk, { values }: Input<'policy.fine-preview'>): Output<'policy.fine-preview'> {
  const drawn = drawnFine(desk, { ...ANY_ROW, ...values, ...Object.fromEntries(EVERYWHERE) })
  if (!drawn) return { lines: [] }
  const { says, ...picture } = drawn
  return { lines: [{ text: says, tone: 'plain' }], picture: { ...picture, says: '' } }
}
