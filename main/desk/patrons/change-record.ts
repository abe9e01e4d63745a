/** One way to change the open patron's record: made, recorded where it may be done now, and said in a quiet row. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { ChosenFault } from '../../../shared/patron/cards.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { AskedCardAct } from '../../../shared/staff/card-grants.ts'
import type { Gathering } from '../../circulation/charges/gathering.ts'
import type { Command } from '../../library/command.ts'
import type { Desk } from '../desk.ts'
import { allowed } from './card-grants.ts'
import { openPatron } from './open-patron.ts'
import { saidOfRecord } from './record-and-say.ts'

type Asked = {
  readonly method: AskedCardAct
  readonly input: Parameters<typeof allowed>[3]
  /** What the row says of it. */
  readonly what: Parameters<typeof saidOfRecord>[3]
  /** Why the category that was chosen takes the grant to choose. */
  readonly against?: (patron_id: PatronId) => ChosenFault | null
}

/** @returns why not; null where it was recorded, or waits for a second person */
export function changeRecord(
  desk: Desk,
  command: Command,
  { method, input, what, against = () => null }: Asked,
  making: (patron_id: PatronId) => Gathering | Refusal,
): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  return saidOfRecord(
    desk,
    command,
    allowed(desk, making(open.patron_id), method, input, against(open.patron_id)),
    what,
  )
}
