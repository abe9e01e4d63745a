/** The methods of the training devices. At a desk at work, and where there are no devices, they are refused. */
import { changed } from '../../../../../shared/desk/session/session.ts'
import { isSamePlace } from '../../../../../shared/devices/match.ts'
import { DEVICES_MAX } from '../../../../../shared/devices/setup.ts'
import { TRAINING_PLACES, TRAINING_ROLES, trainingSetup } from '../../../../../shared/devices/training/places.ts'
import { NETWORK_PORT, type TrainingAct } from '../../../../../shared/devices/training/wire.ts'
import type { TRAINING_METHODS } from '../../../../../shared/ipc/this-desk/methods-training.ts'
import { refuse, type Refusal } from '../../../../../shared/refusals/refusals.ts'
import { cashRules } from '../../../../cash/cash-rules.ts'
import { ok } from '../../../../ipc/answer.ts'
import type { Handlers } from '../../../../ipc/router.ts'
import type { Command } from '../../../../library/command.ts'
import type { Library } from '../../../../library/library.ts'
import { isForPractice } from '../../../../library/sample.ts'
import { record } from '../../../../library/record.ts'
import { actorOf, type Desk } from '../../../desk.ts'
import { once, snapshotAnswer } from '../../../handlers-desk.ts'
import { devicesKept, nextCode } from '../board.ts'

function refusalOf({ library, devices }: Desk): Refusal | null {
  if (!isForPractice(library)) return refuse('practice-only')
  return devices.host === 'none' ? refuse('no-devices-here') : null
}

/** The cash drawer of this branch; null: the library has none here. */
function drawerHere(library: Library): string | null {
  const branch_code = library.here()?.branch_code
  return cashRules(library).drawers.find((one) => one.branch_code === branch_code)?.drawer_code ?? null
}

function begin(desk: Desk, command: Command): Refusal | null {
  const refusal = refusalOf(desk)
  if (refusal) return refusal
  const { library, devices } = desk
  const missing = TRAINING_ROLES.filter(
    (role) => !devices.own.some(({ place }) => isSamePlace(place, TRAINING_PLACES[role])),
  )
  if (devices.own.length + missing.length > DEVICES_MAX) return refuse('too-many-devices', { max: DEVICES_MAX })
  if (missing.length === 0) return null
  const made = missing.map((role) => trainingSetup(role, nextCode(library, role), drawerHere(library)))
  const drafts = made.map(
    ({ device_code, role }) => ({ kind: 'device-set', body: { device_code, role, change: 'added' } }) as const,
  )
  const all = [...devices.own, ...made]
  record(library, actorOf(desk), command, drafts, { own: devicesKept(library, all) })
  devices.use(all)
  return null
}

export function trainingHandlers(desk: Desk): Pick<Handlers, keyof typeof TRAINING_METHODS> {
  const act = (asked: TrainingAct): ReturnType<typeof snapshotAnswer> => {
    const refused = refusalOf(desk)
    if (refused) return { refused }
    desk.devices.train(asked)
    return snapshotAnswer(desk)
  }
  return {
    'training.begin': (input) => once(desk, 'training.begin', input, (command) => begin(desk, command)),
    'training.show': ({ is_shown }) => {
      const refused = refusalOf(desk)
      if (refused) return { refused }
      desk.devices.training.isShown = is_shown
      desk.session = changed(desk.session)
      return snapshotAnswer(desk)
    },
    'training.scan': ({ barcode }) => act({ act: 'scan', text: barcode }),
    'training.printer': (input) => act({ act: 'printer', ...input }),
    'training.drawer': ({ is_open }) => act({ act: 'drawer', is_open }),
    'training.tear-off': () => act({ act: 'tear-off' }),
    'training.listen': ({ is_on, port_number = NETWORK_PORT }) => act({ act: 'listen', is_on, port_number }),
    'training.sheet': ({ sheet_number, from_dots }) => {
      const refused = refusalOf(desk)
      return refused ? { refused } : ok({ rows: desk.devices.training.rowsOf(sheet_number, from_dots) })
    },
  }
}
