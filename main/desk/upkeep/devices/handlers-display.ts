/** The methods of the displays that face the patron: use one, change how, show a test text. */
import { poleText, type PoleLines } from '../../../../shared/devices/display/pole-lines.ts'
import { USUAL_LINE, type DeviceSetup } from '../../../../shared/devices/setup.ts'
import { changedDisplay, newDisplay, type DisplayChoice } from '../../../../shared/devices/setup-display.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { DISPLAY_METHODS } from '../../../../shared/ipc/this-desk/methods-display.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { once, snapshotAnswer } from '../../handlers-desk.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import { nextCode } from './board.ts'
import { portAt } from './handlers-device.ts'
import { added, changedTo, noRoomFor, ownOf } from './own-change.ts'
import { keepWindow } from './window-board.ts'

const NOWHERE = 'none'
const OWN_WINDOW = 'window'

type Display = Extract<DeviceSetup, { role: 'display' }>

function add(desk: Desk, command: Command, choice: DisplayChoice, at: Display['place']): Refusal | null {
  if (desk.devices.host === 'none') return refuse('no-devices-here')
  const refusal = noRoomFor(desk, at)
  const place = { ...at, line: USUAL_LINE }
  return refusal ?? added(desk, command, newDisplay(nextCode(desk.library, 'display'), place, choice))
}

function set(desk: Desk, command: Command, input: Input<'display.set'>): Refusal | null {
  const before = ownOf(desk, input.device_code, 'display')
  return isRefusal(before) ? before : changedTo(desk, command, before, changedDisplay(before, input))
}

/** Where a person wants the window that faces the patron; one that was closed opens again. */
function placeWindow(desk: Desk, { screen }: Input<'display.window'>): Refusal | null {
  const { window } = desk.devices
  if (!window.isPossible) return refuse('no-devices-here')
  const isScreen = window.screens.some((one) => one.screen_key === screen)
  if (screen !== NOWHERE && screen !== OWN_WINDOW && !isScreen) return refuse('no-such-device', { device: screen })
  const wish = screen === NOWHERE ? null : { screen_key: screen === OWN_WINDOW ? null : screen }
  keepWindow(desk.library, wish)
  window.want(wish)
  // It shows nothing yet.
  desk.devices.shown = ''
  desk.session = changed(desk.session)
  return null
}

/** All ten digits and both ends of each line, so that a wrong speed or language is seen. */
function testLines({ words }: ReturnType<typeof speechOf>): PoleLines {
  return [`<${poleText(words.pages.displays.test_text).slice(0, 18).padEnd(18)}>`, '<1234567890 $0.00  >']
}

export function displayHandlers(desk: Desk): Pick<Handlers, keyof typeof DISPLAY_METHODS> {
  return {
    'display.add': (input) => once(desk, 'display.add', input, (command) => add(desk, command, input, input.place)),
    'display.add-port': (input) =>
      once(desk, 'display.add-port', input, (command) => add(desk, command, input, portAt(input.path))),
    'display.set': (input) => once(desk, 'display.set', input, (command) => set(desk, command, input)),
    'display.window': (input) => once(desk, 'display.window', input, () => placeWindow(desk, input)),
    'display.test': ({ device_code }) => {
      const display = ownOf(desk, device_code, 'display')
      if (isRefusal(display)) return { refused: display }
      desk.devices.poles.test(device_code, testLines(speechOf(desk)), desk.library.clock.passed_ms())
      return snapshotAnswer(desk)
    },
  }
}
