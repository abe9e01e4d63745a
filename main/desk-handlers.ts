/** Who answers each method at a desk that is open. */
import type { Handlers } from './ipc/router.ts'
import { reportHandlers } from './desk/reports/running.ts'
import type { Desk } from './desk/desk.ts'
import type { waysOut } from './desk/upkeep/ways-out.ts'
import type { StationPorts } from './station-ports.ts'
import { moneyHandlers } from './desk/money/handlers-money.ts'
import { deskHandlers } from './desk/handlers-desk.ts'
import { libraryHandlers, type LibraryPorts } from './desk/handlers-library.ts'
import { loanHandlers } from './desk/loans/handlers-loans.ts'
import { itemHandlers } from './desk/items/handlers-item.ts'
import { patronHandlers } from './desk/patrons/handlers-patron.ts'
import { approvalHandlers } from './desk/approvals/handlers-approval.ts'
import { holdHandlers } from './desk/holds/handlers-hold.ts'
import { deviceHandlers } from './desk/upkeep/devices/handlers-device.ts'
import { wedgeHandlers } from './desk/upkeep/devices/handlers-wedge.ts'
import { displayHandlers } from './desk/upkeep/devices/handlers-display.ts'
import { drawerDeviceHandlers } from './desk/upkeep/devices/handlers-drawer-device.ts'
import { jobHandlers } from './desk/upkeep/devices/handlers-job.ts'
import { printerHandlers } from './desk/upkeep/devices/handlers-printer.ts'
import { paperHandlers } from './desk/papers/handlers-paper.ts'
import { policyHandlers } from './desk/policy/handlers-policy.ts'
import { practiceHandlers } from './desk/staff/handlers-practice.ts'
import { privacyHandlers } from './desk/privacy/handlers-privacy.ts'
import { shelfHandlers } from './desk/shelves/handlers-shelf.ts'
import { trainingHandlers } from './desk/upkeep/devices/training/handlers-training.ts'
import { undoHandlers } from './desk/loans/handlers-undo.ts'

export function deskHandlersOf(
  desk: Desk,
  ports: StationPorts,
  library: LibraryPorts,
  ways: ReturnType<typeof waysOut>,
): Handlers {
  return {
    ...deskHandlers(desk),
    ...undoHandlers(desk),
    ...loanHandlers(desk),
    ...holdHandlers(desk),
    ...moneyHandlers(desk),
    ...paperHandlers(desk),
    ...policyHandlers(desk),
    ...patronHandlers(desk),
    ...approvalHandlers(desk),
    ...itemHandlers(desk),
    ...shelfHandlers(desk),
    ...reportHandlers(desk, ports),
    ...privacyHandlers(desk),
    ...practiceHandlers(desk, ports),
    ...trainingHandlers(desk),
    ...deviceHandlers(desk),
    ...displayHandlers(desk),
    ...wedgeHandlers(desk),
    ...drawerDeviceHandlers(desk),
    ...jobHandlers(desk),
    ...printerHandlers(desk),
    ...libraryHandlers(desk, library),
    ...ways,
  }
}
