/** What a desk that was just opened does first, before anybody asks it anything. */
import { beginSync, type SyncTold } from './desk/central/syncing.ts'
import type { Desk } from './desk/desk.ts'
import { isSetUp } from './desk/snapshot.ts'
import { takeRescueGuesses } from './desk/staff/pin-check.ts'
import { keepApart } from './desk/staff/practice.ts'
import { beginWalk } from './desk/upkeep/chain-walk.ts'
import { beginDevices } from './desk/upkeep/devices/scanned-here.ts'
import { keepWitness } from './desk/upkeep/witnessing.ts'
import type { OwnCentral } from './journal/sync/own-central.ts'
import { signHead } from './library/signing-head.ts'

type Begun = SyncTold & { readonly central: OwnCentral; readonly is_practice: boolean }

/** @throws when the files are a library's and the desk is for practice, or the reverse */
export function beginDesk(desk: Desk, { central, is_practice, ...told }: Begun): void {
  keepApart(desk.library, is_practice, isSetUp(desk.library))
  takeRescueGuesses(desk.library)
  keepWitness(desk.library, told.log)
  beginWalk(desk.library)
  beginDevices(desk)
  signHead(desk.library)
  desk.sync = beginSync(desk, central, told)
}
