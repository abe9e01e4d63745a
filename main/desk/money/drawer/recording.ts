/** A method that records at a drawer: once, answering with the desk and with what it did, also when it is repeated. */
import type { Input, MethodName, Output } from '../../../../shared/ipc/contract.ts'
import type { DeskEvent } from '../../../../shared/journal/event.ts'
import type { Refusal } from '../../../../shared/refusals/refusals.ts'
import { ok, type Answer } from '../../../ipc/answer.ts'
import { commandOf, type Command } from '../../../library/command.ts'
import { pastOf } from '../../../library/record.ts'
import { keepRefusedOut } from '../../../cash/outs.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { cashDone } from './done.ts'

type Reply = Answer<Output<'drawer.open'>>

/** More than the entries have was to go out: each such refusal is kept. */
const KEPT: readonly string[] = ['drawer-holds-less', 'safe-holds-less']

/** `work`: a refusal, or null when it is done or a second person is asked for it. */
export function cashRecording(desk: Desk) {
  return <Name extends MethodName>(
      name: Name,
      work: (desk: Desk, command: Command, input: Input<Name>) => Refusal | null,
      /** Shows what was recorded, where the answer to it was lost. */
      whenShownLate: (desk: Desk, command: Command, events: readonly DeskEvent[]) => void = () => {},
    ) =>
    (input: Input<Name> & { readonly commandId: string }): Reply => {
      const late = (command: Command): void => {
        const past = pastOf(desk.library, command)
        if (past !== null && past !== 'changed') whenShownLate(desk, command, past)
      }
      const answer = once(
        desk,
        name,
        input,
        (command) => {
          const refused = work(desk, command, input)
          if (refused !== null && KEPT.includes(refused.code)) keepRefusedOut(desk.library, actorOf(desk), name, input)
          return refused
        },
        late,
      )
      if (!('ok' in answer)) return answer
      const past = pastOf(
        desk.library,
        commandOf(name, input, () => desk.library.pinCost()),
      )
      return ok({ ...answer.ok, done: past === null || past === 'changed' ? null : cashDone(past) })
    }
}
