/** A command that changes something: its id, and the seals of what it asks. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CONTRACT, isMethodName } from '../../shared/ipc/contract.ts'
import { unsealedAs, type Unsealed } from '../../shared/ipc/method.ts'
import { canonical } from '../../shared/journal/event.ts'
import { parseCommandId, type CommandId } from '../../shared/kernel/ids.ts'
import { must } from '../../shared/kernel/assert.ts'
import { idBytes } from '../journal/journal.ts'
import { PIN_COST_LOG2_MIN, slowSeal } from './pin.ts'

export type Command = {
  readonly command_id: CommandId
  /** Over everything that may be sealed for good. */
  readonly request_hash: Uint8Array
  /** Over what is about a patron, or a PIN; null where there is nothing such. */
  readonly personal_hash?: Uint8Array | null
  /** `personal_hash` is over a PIN or a key: what keeps it longer than it must helps a guesser. */
  readonly has_pin?: boolean
}

/** What the contract says about a field that no lasting seal may include. */
function unsealedIn(method: string, name: string): Unsealed | null {
  const { input } = isMethodName(method) ? CONTRACT[method] : {}
  const shape: Readonly<Record<string, unknown>> = input instanceof z.ZodObject ? input.shape : {}
  const field = shape[name]
  return field instanceof z.ZodType ? unsealedAs(field) : null
}

/**
 * A short hash of a PIN or a card could be brute-forced. So these have a seal of their own, which is deleted when the
 * patron of the events is forgotten. A PIN is sealed as slowly as PINs are stored.
 * @param method and input: what was asked; the id itself is not part of the seals
 * @param pinCost how slow a hash of a PIN is at this desk
 */
export function commandOf(
  method: string,
  input: { readonly commandId: string },
  pinCost = (): number => PIN_COST_LOG2_MIN,
): Command {
  const command_id = must(parseCommandId(input.commandId), 'the contract checked the commandId')
  const asked: Record<string, unknown> = {}
  const personal: Record<string, unknown> = {}
  let hasPin = false
  for (const [name, value] of Object.entries(input)) {
    if (name === 'commandId' || value === undefined) continue
    const unsealed = unsealedIn(method, name)
    ;(unsealed === null ? asked : personal)[name] = value
    hasPin ||= unsealed === 'pin'
  }
  // Their names stay in the lasting seal, so that one more or one less is always noticed.
  const names = Object.keys(personal).sort()
  const lasting = canonical({ method, input: asked, ...(names.length > 0 ? { personal: names } : {}) })
  const request_hash = createHash('sha256').update(lasting).digest().subarray(0, 8)
  if (names.length === 0) return { command_id, request_hash, personal_hash: null }
  const said = canonical(personal)
  const seal = hasPin
    ? slowSeal(said, idBytes(command_id), pinCost())
    : createHash('sha256').update(command_id).update(said).digest()
  return { command_id, request_hash, personal_hash: seal.subarray(0, 16), has_pin: hasPin }
}

/** The same without the seal of a PIN: the id alone still tells that it was done, and it is never done twice. */
export function textWithoutPin(command: Command): string {
  return commandText(command.has_pin ? { ...command, personal_hash: null } : command)
}

/** A finished command as kept outside the journal: its id and the seals of what was asked. */
export function commandText({ command_id, request_hash, personal_hash }: Command): string {
  const seals = Buffer.concat([request_hash, personal_hash ?? new Uint8Array()])
  return `${command_id}:${seals.toString('hex')}`
}
