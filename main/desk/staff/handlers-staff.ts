/** The methods about staff: signing in and out, locking, staff and roles, the work log. */
import type { Handlers } from '../../ipc/router.ts'
import { ok } from '../../ipc/answer.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import type { ROLE_METHODS } from '../../../shared/ipc/methods-role.ts'
import type { STAFF_METHODS } from '../../../shared/ipc/methods-staff.ts'
import { rolesIn } from '../../store/policy/role-rows.ts'
import type { Desk } from '../desk.ts'
import { commandOf } from '../../library/command.ts'
import { roleGrants } from '../../library/grants.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { chooseLanguage } from '../clerk-language.ts'
import * as roles from './roles-admin.ts'
import { lookAtSetUp, moveDesk, setUp } from './set-up.ts'
import * as admin from './staff-admin.ts'
import { dropBadge } from './scanned-badge.ts'
import { lockDesk, signInByPin, signOut } from './staff.ts'
import { signHead } from '../../library/signing-head.ts'
import { readNews } from './news.ts'
import { workLog } from './work-log.ts'

export type StaffMethod =
  | Exclude<keyof typeof STAFF_METHODS, 'approval.give'>
  | keyof typeof ROLE_METHODS
  | 'desk.set-up'
  | 'desk.branch'
  | 'branch.list'
  | 'set-up.look'
  | 'staff.sign-in'
  | 'staff.sign-out'

export function staffHandlers(desk: Desk): Pick<Handlers, StaffMethod> {
  return {
    'desk.set-up': (input) => setUp(desk, commandOf('desk.set-up', input), input),
    'set-up.look': () => lookAtSetUp(desk),
    'desk.branch': (input) => moveDesk(desk, input),
    'branch.list': () =>
      ok({ branches: desk.library.branches().map(({ branch_code, name }) => ({ branch_code, name })) }),
    'staff.sign-in': (input) =>
      once(desk, 'staff.sign-in', input, (command) => signInByPin(desk, command, input.initials, input.pin)),
    'staff.sign-out': (input) =>
      once(desk, 'staff.sign-out', input, (command) => {
        signOut(desk, command)
        signHead(desk.library)
        return null
      }),
    'desk.lock': () => {
      lockDesk(desk)
      return snapshotAnswer(desk)
    },
    'desk.drop-badge': () => {
      dropBadge(desk)
      return snapshotAnswer(desk)
    },
    'desk.news-read': ({ through }) => {
      readNews(desk, through)
      return snapshotAnswer(desk)
    },
    'work-log.list': ({ limit }) => ok({ entries: workLog(desk, limit).entries }),
    ...adminHandlers(desk),
    ...roleHandlers(desk),
  }
}

type AdminMethod = Exclude<
  keyof typeof STAFF_METHODS,
  'desk.lock' | 'desk.drop-badge' | 'desk.news-read' | 'approval.give' | 'work-log.list'
>

function adminHandlers(desk: Desk): Pick<Handlers, AdminMethod> {
  return {
    'staff.list': () =>
      ok({
        staff: desk.library.db.all(allStaff, {}).map(({ badge_barcode, is_active, ...one }) => {
          return { ...one, badge_barcode: badge_barcode ?? '', is_active: is_active === 1 }
        }),
      }),
    'staff.add': (input) => admin.addStaff(desk, input),
    'staff.edit': (input) => admin.editStaff(desk, input),
    'staff.new-badge': (input) => admin.newBadge(desk, input),
    'staff.set-pin': (input) => admin.setPin(desk, input),
    'staff.set-own-pin': (input) => admin.setOwnPin(desk, input),
    'staff.set-language': ({ language }) => {
      chooseLanguage(desk, language)
      return snapshotAnswer(desk)
    },
    'staff.close': (input) => admin.closeStaff(desk, input),
    'staff.reopen': (input) => admin.reopenStaff(desk, input),
  }
}

function roleHandlers(desk: Desk): Pick<Handlers, keyof typeof ROLE_METHODS> {
  return {
    'role.list': () => {
      const held = desk.library.db.all(allStaff, {}).filter((one) => one.is_active === 1)
      return ok({
        roles: rolesIn(desk.library.db).map(({ role_code, name, is_built_in }) => {
          const staff_count = held.filter((one) => one.role === role_code).length
          return { role: role_code, name, is_built_in, staff_count }
        }),
        grants: roleGrants(desk.library).map((one) => ({ ...one })),
      })
    },
    'role.add': (input) => roles.addRole(desk, input),
    'role.edit': (input) => roles.editRole(desk, input),
    'role.remove': (input) => roles.removeRole(desk, input),
    'role.set': (input) => roles.setRole(desk, input),
  }
}
