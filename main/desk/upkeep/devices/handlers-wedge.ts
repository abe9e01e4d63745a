/** The methods of the scanner that types: hear it, keep what was found, forget it. */
import { WEDGE_CODE } from '../../../../shared/devices/device-name.ts'
import type { WedgeSetup } from '../../../../shared/devices/scan/wedge-setup.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { WEDGE_METHODS } from '../../../../shared/ipc/this-desk/methods-wedge.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { no } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { record } from '../../../library/record.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { wedgeKept } from './wedge-board.ts'
import { wedgeFound } from './wedge-found.ts'

function keep(desk: Desk, command: Command, setup: WedgeSetup | null): null {
  const { wedge } = desk.devices
  const change = setup === null ? 'removed' : wedge.setup === null ? 'added' : 'changed'
  const body = { device_code: WEDGE_CODE, role: 'scanner', change } as const
  record(desk.library, actorOf(desk), command, [{ kind: 'device-set', body }], { own: wedgeKept(setup) })
  wedge.setup = setup
  wedge.again()
  return null
}

function keepFound(desk: Desk, command: Command): Refusal | null {
  const found = wedgeFound(desk)
  return found.kind === 'found' ? keep(desk, command, found.setup) : refuse('scans-do-not-agree')
}

export function wedgeHandlers(desk: Desk): Pick<Handlers, keyof typeof WEDGE_METHODS> {
  const { wedge } = desk.devices
  return {
    'keyboard-scanner.heard': (scan) => {
      wedge.heard(scan)
      desk.session = changed(desk.session)
      return snapshotAnswer(desk)
    },
    'keyboard-scanner.keys': () => no('keys-in-code'),
    'keyboard-scanner.again': () => {
      wedge.again()
      desk.session = changed(desk.session)
      return snapshotAnswer(desk)
    },
    'keyboard-scanner.keep': (input) =>
      once(desk, 'keyboard-scanner.keep', input, (command) => keepFound(desk, command)),
    'keyboard-scanner.forget': (input) =>
      once(desk, 'keyboard-scanner.forget', input, (command) =>
        wedge.setup === null ? refuse('no-such-device', { device: WEDGE_CODE }) : keep(desk, command, null),
      ),
  }
}
