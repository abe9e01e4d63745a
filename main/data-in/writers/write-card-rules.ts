/** Writers of the rules of library cards. What contradicts another row is found before anything is taken in. */
import type {
  CardRangeRow,
  CardRuleRow,
  FieldRuleRow,
  ProofKindRow,
  ResidencyRuleRow,
} from '../../../shared/import/formats-cards.ts'
import * as rows from '../../store/import/import-policy-rows.ts'
import { takeRule } from './held-rules.ts'
import type { WriteContext, Writer } from '../write-context.ts'

export function writeResidencyRules(context: WriteContext): Writer<ResidencyRuleRow> {
  return (row, line) =>
    context.again('residency rule', row.rule_code, 'rule_code', line) ??
    takeRule(context, 'residency_rule', line, rows.putResidencyRule, row)
}

export function writeCardRules(context: WriteContext): Writer<CardRuleRow> {
  return (row, line) => {
    const again = context.again('card rule', row.rule_code, 'rule_code', line)
    const fault = again ?? context.unknownCategory(row.category_code)
    if (fault) return fault
    const { age_min, age_max, ends_at_age, fee, fee_free_below_age, ...rest } = row
    const isForAnybody = row.standing_kind === 'any' && age_min === null && age_max === null
    if (isForAnybody && row.given_kind === 'by-rule')
      context.note(line, { column: 'given_kind', value: row.category_code, reason: { code: 'card-for-anybody' } })
    return takeRule(context, 'card_rule', line, rows.putCardRule, {
      ...rest,
      is_guardian_required: Number(row.is_guardian_required),
      is_capped_at_home_card: Number(row.is_capped_at_home_card),
      age_count_min: age_min,
      age_count_max: age_max,
      ends_at_age_count: ends_at_age,
      fee_cents: fee,
      fee_free_below_age_count: fee_free_below_age,
    })
  }
}

export function writeFieldRules(context: WriteContext): Writer<FieldRuleRow> {
  return (row, line) => {
    const { rule_code, category_code, field_name } = row
    const unknown = category_code === '*' ? null : context.unknownCategory(category_code)
    const again = context.again('field rule', rule_code, 'rule_code', line)
    const twice = context.again('field of a category', `${field_name} ${category_code}`, 'field_name', line)
    return unknown ?? again ?? twice ?? takeRule(context, 'field_rule', line, rows.putFieldRule, row)
  }
}

export function writeProofKinds(context: WriteContext): Writer<ProofKindRow> {
  return (row, line) => {
    const again = context.again('proof', row.proof_code, 'proof_code', line)
    if (again) return again
    const { days_max: days_count_max, ...rest } = row
    const ticks = { is_this_year: Number(row.is_this_year), is_active: Number(row.is_active) }
    return takeRule(context, 'proof_kind', line, rows.putProofKind, { ...rest, ...ticks, days_count_max })
  }
}

export function writeCardRanges(context: WriteContext): Writer<CardRangeRow> {
  return (row, line) =>
    context.again('card range', row.range_code, 'range_code', line) ??
    takeRule(context, 'card_range', line, rows.putCardRange, row)
}
