/**
 * The one door into the station: parses the request, checks that the role may, runs the handler, parses the answer, and
 * wraps the result. The screens, the script door and the tests all come through here.
 */
import { refuse, type Refusal, type RefusalCode } from '../../shared/refusals/refusals.ts'
import { readInput } from '../../shared/ipc/bad-input.ts'
import { cleanInput, safeOutput } from '../../shared/ipc/clean-input.ts'
import { CONTRACT, isMethodName, type Input, type MethodName, type Output } from '../../shared/ipc/contract.ts'
import type { Reply, Request, Result } from '../../shared/ipc/envelope.ts'
import { hex, type Random } from '../../shared/kernel/ids.ts'
import { refusedAbout } from '../../shared/refusals/refused-fields.ts'
import { safeText } from '../../shared/kernel/clean-text.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { isRefused, type Answer } from './answer.ts'
import { faultAfterRecording, faultText } from '../../shared/words/faults.ts'

export type Handlers = {
  readonly [Name in MethodName]: (input: Input<Name>) => Answer<Output<Name>> | Promise<Answer<Output<Name>>>
}

export type RouterPorts = {
  /** The handlers in effect: those of the desk, or those of rescue. */
  readonly handlers: () => Handlers
  readonly isSignedIn: () => boolean
  /** The end of the journal: it tells the router whether something was recorded before a fault. */
  readonly position: () => number
  /** The desk is locked: only the same staff member, or another one signing in, gets further. */
  readonly isLocked: () => boolean
  /** Why the signed-in staff member, whose role or approval must have this grant, may not call it; null: they may. */
  readonly refusal: (grant: Grant, method: MethodName, input: unknown) => Refusal | null
  /** Told of every refusal that is answered. */
  readonly onRefused: (method: MethodName, code: RefusalCode) => void
  /** The words of this desk, for the signed-in staff member. */
  readonly speech: () => Speech
  readonly random: Random
  /** Takes lines for the log. They never hold a name, a card or a title. */
  readonly log: (line: string) => void
  /** Told of a damaged file, so that the desk goes into rescue. */
  readonly onOperatingError: (error: OperatingError) => void
}

/** Work that goes on while others record: their entries and refusals are not its doing. */
export const BESIDE_OTHERS: ReadonlySet<string> = new Set<MethodName>(['store.backup', 'report.save', 'patrons.export'])

export type Router = (request: Request) => Promise<Reply>

export function makeRouter(ports: RouterPorts): Router {
  return async (request) => ({ id: request.id, result: await answer(ports, request) })
}

const NO_METHOD = 'Nothing recorded. No method has that name. docs/commands.md lists them all.'

async function answer(ports: RouterPorts, request: Request): Promise<Result> {
  if (!isMethodName(request.method)) return { kind: 'bad-input', says: NO_METHOD }
  const { method } = request
  const spec = CONTRACT[method]
  const input = readInput<unknown>(spec.input, cleanInput(spec, request.input))
  if ('says' in input) return { kind: 'bad-input', says: input.says }
  let position = ports.position()
  try {
    const denied = permissionRefusal(ports, method, input.data)
    if (denied) return refusedResult(ports, method, { refused: denied })
    position = ports.position()
    const handler = ports.handlers()[method] as (one: unknown) => Answer<unknown> | Promise<Answer<unknown>>
    const result = await handler(input.data)
    if (isRefused(result)) return refusedResult(ports, method, result)
    return { kind: 'ok', output: spec.output.parse(safeOutput(result.ok)) }
  } catch (fault) {
    return faultResult(ports, method, fault, ports.position() !== position && !BESIDE_OTHERS.has(method))
  }
}

/** What a locked desk still answers: what the locked screen needs, and signing back in. */
const WHILE_LOCKED: ReadonlySet<MethodName> = new Set<MethodName>([
  'desk.snapshot',
  'desk.scan',
  'staff.sign-in',
  'desk.drop-badge',
  'keyboard-scanner.keys',
  'settings.get',
  'import.status',
  'system.status',
])

function permissionRefusal(ports: RouterPorts, method: MethodName, input: unknown): Refusal | null {
  const { permission } = CONTRACT[method]
  if (ports.isLocked()) return WHILE_LOCKED.has(method) ? null : refuse('desk-locked')
  if (permission === 'anyone') return null
  if (!ports.isSignedIn()) return refuse('not-signed-in')
  return permission === 'staff' ? null : ports.refusal(permission, method, input)
}

function refusedResult(ports: RouterPorts, method: MethodName, { refused }: { readonly refused: Refusal }): Result {
  ports.onRefused(method, refused.code)
  const { says, way_out } = ports.speech().refusal(refused)
  const about = refusedAbout(refused)
  const said = { kind: 'refused', code: refused.code, says: safeText(says), way_out: safeText(way_out) } as const
  return about === null ? said : { ...said, about }
}

/** A failure after the entry was on disk must never be reported as not recorded: it would be done twice. */
function faultResult(ports: RouterPorts, method: MethodName, fault: unknown, is_recorded: boolean): Result {
  if (fault instanceof OperatingError) {
    ports.log(`${method}: ${fault.code}: ${fault.detail}`)
    ports.onOperatingError(fault)
    const { code } = fault
    const { words } = ports.speech()
    if (!is_recorded) return { kind: 'failed', code, says: faultText(words, code) }
    return { kind: 'failed', code, is_recorded, says: faultAfterRecording(words, code) }
  }
  const number = hex(ports.random.bytes(2)).toUpperCase()
  ports.log(`${method}: fault ${number}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  const { faults } = ports.speech().words
  const says = is_recorded ? `${faults.recorded} ${faults.recorded_mistake(number)}` : faults.mistake(number)
  return { kind: 'fault', fault: number, is_recorded, says }
}
