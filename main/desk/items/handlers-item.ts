/** The methods about items' records. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { ITEM_METHODS } from '../../../shared/ipc/methods-item.ts'
import type { Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { once } from '../handlers-desk.ts'
import { editItem } from './editing.ts'
import { goOnLate, makeItem } from './making.ts'
import { markItem } from './mark-item.ts'

export type ItemMethod = keyof typeof ITEM_METHODS

export function itemHandlers(desk: Desk): Pick<Handlers, ItemMethod> {
  const recording =
    <Name extends ItemMethod>(
      name: Name,
      work: (command: Command, input: Input<Name>) => Refusal | null,
      whenShownLate: (command: Command, input: Input<Name>) => void = () => {},
    ) =>
    (input: Input<Name>): Answer<Output<'desk.snapshot'>> =>
      once(
        desk,
        name,
        input,
        (command) => work(command, input),
        (command) => whenShownLate(command, input),
      )
  return {
    'item.mark': recording('item.mark', (command, input) => markItem(desk, command, input)),
    'item.edit': recording('item.edit', (command, input) => editItem(desk, command, input)),
    'item.make': recording(
      'item.make',
      (command, input) => makeItem(desk, command, input),
      (command, input) => goOnLate(desk, command, input.item_barcode),
    ),
  }
}
