/** Every method about money: charges, claims and outages; drawers and payments; evidence for auditors. */
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { cashHandlers, type CashMethod } from './drawer/handlers-cash.ts'
import { drawerCloseHandlers, type DrawerCloseMethod } from './drawer/handlers-close.ts'
import { depositHandlers, type DepositMethod } from './drawer/handlers-deposit.ts'
import { placeHandlers, type PlaceMethod } from './drawer/handlers-place.ts'
import { explainHandlers, type ExplainMethod } from './drawer/explain.ts'
import { drawerHandlers, type DrawerMethod } from './drawer/handlers-drawer.ts'
import { refundHandlers, type RefundMethodName } from './drawer/handlers-refund.ts'
import { evidenceHandlers, type EvidenceMethod } from './evidence/handlers-evidence.ts'
import { payHandlers, type PayMethod } from './pay/handlers-pay.ts'
import { chargeHandlers, type ChargeMethod } from './handlers-charge.ts'

type AtDrawer =
  CashMethod | DrawerMethod | DrawerCloseMethod | DepositMethod | RefundMethodName | ExplainMethod | PlaceMethod
type MoneyMethod = ChargeMethod | AtDrawer | PayMethod | EvidenceMethod

export function moneyHandlers(desk: Desk): Pick<Handlers, MoneyMethod> {
  return {
    ...chargeHandlers(desk),
    ...cashHandlers(desk),
    ...drawerHandlers(desk),
    ...drawerCloseHandlers(desk),
    ...depositHandlers(desk),
    ...explainHandlers(desk),
    ...placeHandlers(desk),
    ...refundHandlers(desk),
    ...payHandlers(desk),
    ...evidenceHandlers(desk),
  }
}
