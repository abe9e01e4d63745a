/** English for the screen's own words, by what of it says them. */
import { ACCOUNT_COMMANDS } from './screen/account-commands.ts'
import { COMMANDS } from './screen/commands.ts'
import { DISPLAY } from './screen/display.ts'
import { FRAME } from './screen/frame.ts'
import { GATE } from './screen/gate.ts'
import { HELP } from './screen/help.ts'
import { IMPORT } from './screen/import.ts'
import { KEYS } from './screen/keys.ts'
import { KINDS } from './screen/kinds.ts'
import { LINE } from './screen/line.ts'
import { PAGE } from './screen/page.ts'
import { PAPERS } from './screen/papers.ts'
import { PAY } from './screen/pay.ts'
import { PRACTICE_BAR } from './screen/practice.ts'
import { RESCUE } from './screen/rescue.ts'
import { SETTINGS } from './screen/settings.ts'
import { TRAINING_PANEL } from './screen/training.ts'

export const SCREEN = {
  ...FRAME,
  account_commands: ACCOUNT_COMMANDS,
  commands: COMMANDS,
  display: DISPLAY,
  help: HELP,
  keys: KEYS,
  kinds: KINDS,
  line: LINE,
  page: PAGE,
  papers: PAPERS,
  pay: PAY,
  practice: PRACTICE_BAR,
  settings: SETTINGS,
  training: TRAINING_PANEL,
  gate: GATE,
  import: IMPORT,
  rescue: RESCUE,
}
