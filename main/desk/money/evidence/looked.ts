/** The period of cash that a person looked at last. In memory only, gone with the desk, and for that person alone. */
import type { Period } from '../../../cash/evidence/gather.ts'
import type { Emptied } from '../../../../shared/cash/drawer/coin-meter.ts'
import type { LetOffShares } from '../../../../shared/cash/evidence/let-off-share.ts'
import type { CardTakings } from '../../../../shared/reports/card-takings.ts'
import type { CashExceptions } from '../../../../shared/reports/cash-exceptions.ts'
import type { SessionLevels } from '../../../../shared/reports/drawer-level.ts'
import type { Takings } from '../../../../shared/reports/cash-takings.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf, type Desk } from '../../desk.ts'

export type Shown = {
  readonly exceptions: CashExceptions
  readonly takings: Takings
  readonly shares: LetOffShares
  readonly cards: CardTakings
  readonly boxes: readonly Emptied[]
  /** The last session of each drawer. */
  readonly levels: readonly SessionLevels[]
}

type Looked = Period & Shown

const kept = new WeakMap<Library, { readonly staff: string; readonly looked: Looked }>()

const staffOf = (desk: Desk): string => actorOf(desk).staff?.staff_code ?? ''

export function keepLooked(desk: Desk, looked: Looked): void {
  kept.set(desk.library, { staff: staffOf(desk), looked })
}

export function lookedAt(desk: Desk): Looked | null {
  const found = kept.get(desk.library)
  return found?.staff === staffOf(desk) ? found.looked : null
}
