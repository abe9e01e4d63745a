/** The names of drawers and reasons: the library's own, or those of the defaults in the reader's language. Pure. */
import type { CashReason } from '../cash/rules.ts'
import type { CashDrawer } from '../policy/cash-facts.ts'
import type { Words } from './en/en.ts'

export function drawerName({ policy }: Words, { name }: Pick<CashDrawer, 'name'>): string {
  return name === '' ? policy.usual_cash.drawer : name
}

export function reasonName({ policy }: Words, { name, reason_code }: Pick<CashReason, 'name' | 'reason_code'>): string {
  const usual: Readonly<Record<string, string>> = policy.usual_cash.reasons
  return name === '' ? (usual[reason_code] ?? reason_code) : name
}
