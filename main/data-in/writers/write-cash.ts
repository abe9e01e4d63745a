/** Writers of the library's rules of cash. What contradicts another row is found before anything is taken in. */
import type {
  CashDrawerRow,
  CashReasonsRow,
  FloatPieceRow,
  InKindTenderRow,
  ProductsRow,
  VarianceTierRow,
} from '../../../shared/import/formats-cash.ts'
import * as rows from '../../store/import/import-policy-rows.ts'
import { takeRule } from './held-rules.ts'
import type { WriteContext, Writer } from '../write-context.ts'

export function writeCashDrawers(context: WriteContext): Writer<CashDrawerRow> {
  return (row, line) => {
    const { branch_code, drawer_code } = row
    const unknown = branch_code === '*' ? null : context.unknownBranch(branch_code)
    const fault = unknown ?? context.again('drawer', drawer_code, 'drawer_code', line)
    return fault ?? takeRule(context, 'cash_drawer', line, rows.putCashDrawer, row)
  }
}

export function writeProducts(context: WriteContext): Writer<ProductsRow> {
  return (row, line) => {
    const again = context.again('product', row.product_code, 'product_code', line)
    if (again) return again
    const { price, ...rest } = row
    const stored = { ...rest, price_cents: price, is_active: Number(row.is_active) }
    return takeRule(context, 'product', line, rows.putProduct, stored)
  }
}

export function writeCashReasons(context: WriteContext): Writer<CashReasonsRow> {
  return (row, line) =>
    context.again('cash reason', row.reason_code, 'reason_code', line) ??
    takeRule(context, 'cash_reason', line, rows.putCashReason, row)
}

export function writeVarianceTiers(context: WriteContext): Writer<VarianceTierRow> {
  return (row, line) => {
    const { from_amount: from_cents, ...rest } = row
    const again = context.again('variance tier', row.tier_code, 'tier_code', line)
    return again ?? takeRule(context, 'variance_tier', line, rows.putVarianceTier, { ...rest, from_cents })
  }
}

export function writeFloatPieces(context: WriteContext): Writer<FloatPieceRow> {
  return (row, line) =>
    context.again('float piece', row.piece_code, 'piece_code', line) ??
    takeRule(context, 'float_piece', line, rows.putFloatPiece, row)
}

export function writeInKindTenders(context: WriteContext): Writer<InKindTenderRow> {
  return (row, line) => {
    const again = context.again('goods or work', row.kind_code, 'kind_code', line)
    if (again) return again
    const {
      value,
      receipt_max,
      month_max,
      is_for_overdue,
      is_for_lost,
      is_for_damage,
      is_for_fees,
      is_active,
      ...rest
    } = row
    const paid = { is_for_overdue, is_for_lost, is_for_damage, is_for_fees, is_active }
    const ticks = Object.fromEntries(Object.entries(paid).map(([name, is]) => [name, Number(is)])) as Record<
      keyof typeof paid,
      number
    >
    const amounts = { value_cents: value, receipt_cents_max: receipt_max, month_cents_max: month_max }
    return takeRule(context, 'in_kind_tender', line, rows.putInKindTender, { ...rest, ...ticks, ...amounts })
  }
}
