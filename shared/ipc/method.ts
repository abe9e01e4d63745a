/** What a method of the contract says of itself, and the pieces that many methods share. Holds no method. */
import { z } from 'zod'
import type { RefusalCode } from '../refusals/refusals.ts'
import type { Grant } from '../staff/permissions.ts'
import { previewLineSchema } from '../desk/page.ts'
import { deskSnapshotSchema } from '../desk/screen.ts'

/**
 * `anyone`: before signing in. `staff`: signed in. Else the grant that the role of whoever is signed in must have
 * (shared/staff/permissions.ts).
 */
export type Permission = 'anyone' | 'staff' | Grant

/** What the answer may hold: nothing about people, the library's own matters, a patron's data, or keys. */
export type Confidentiality = 'public' | 'library' | 'patron'

/** One method: what it does, who may, what it takes and gives, and every "no" it may answer. */
export type MethodSpec<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly does: string
  readonly permission: Permission
  readonly confidentiality: Confidentiality
  /** True when it may record a fact; such a method carries a commandId. */
  readonly changes: boolean
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly RefusalCode[]
  /** It carries out what a row waits for, and answers besides whatever that method refuses. */
  readonly passes_on?: boolean
  readonly example: z.input<Input>
}

export function method<Input extends z.ZodType, Output extends z.ZodType>(
  spec: MethodSpec<Input, Output>,
): MethodSpec<Input, Output> {
  return spec
}

/** No barcode, name or title typed at the desk is longer; anything longer is answered, never stored. */
export const TEXT_LENGTH_MAX = 4_000_000
export const commandId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const barcode = z.string().min(1).max(200)

/** What a field holds that no lasting seal of a command may: something of a patron, or what only its owner knows. */
export type Unsealed = 'patron' | 'pin'
/** How the text of a field comes in: cleaned as one line (where nothing is said), as lines, or untouched. */
export type TextKind = 'line' | 'lines' | 'untouched'

const FIELDS = z.registry<{ readonly holds?: Unsealed; readonly text?: TextKind }>()

function marked<Field extends z.ZodType>(field: Field, more: { holds?: Unsealed; text?: TextKind }): Field {
  FIELDS.add(field, { ...FIELDS.get(field), ...more })
  return field
}

/** The field is about a patron, or may be: its seal lies beside the journal and goes when they are forgotten. */
export function ofPatron<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { holds: 'patron' })
}

/** The field is a PIN or a key: its seal lies beside the journal and is slow to try out. It is taken as typed. */
export function ofPin<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { holds: 'pin', text: 'untouched' })
}

/** Text in which a person may begin a new line. */
export function ofLines<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { text: 'lines' })
}

/** What must come as it was sent: a scan, a path, a name that the desk itself gave. */
export function asSent<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { text: 'untouched' })
}

export function unsealedAs(field: z.ZodType): Unsealed | null {
  return FIELDS.get(field)?.holds ?? null
}

export function textKindOf(field: z.ZodType): TextKind {
  return FIELDS.get(field)?.text ?? 'line'
}

/** A file or a folder on this computer, as it is typed there. Files may be named by any letter, by no control. */
export const path = asSent(
  z
    .string()
    .max(1000)
    .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u),
)

/** A patron's card, in what changes something. */
export const cardOfAct = ofPatron(z.string().min(1).max(200))
/** A PIN that somebody chooses. */
export const newPin = ofPin(z.string().regex(/^\d{4,12}$/, '4 to 12 digits'))
export const initials = z
  .string()
  .trim()
  .regex(/^\p{L}{1,5}$/u, 'one to five letters')
/** Whose PIN it is: by initials, or by the number of their badge. */
export const initialsOrBadge = z.string().min(1).max(40)
/** A row of the screen. */
export const rowId = z.string().max(40)
/** A branch by its code. */
export const branchCode = z.string().max(64)
/** A role by its code. */
export const roleCode = z.string().min(1).max(64)
/** A PIN as somebody types it: right or wrong is said by whether it opens. */
export const typedPin = ofPin(z.string().min(1).max(40))
export const nothing = z.strictObject({})
export const limit = z.int().min(1).max(100)
/** Answered by any method where it holds; no method lists them. */
export const REFUSALS_OF_ALL: readonly RefusalCode[] = [
  'not-signed-in',
  'desk-locked',
  'recording-stopped',
  'command-changed',
]
export const EXAMPLE_ID = '01909c3e-7c00-7000-8000-000000000001'

/** What would come of something, in lines; none when there is nothing to say. */
export const previewReply = z.strictObject({ lines: z.array(previewLineSchema) })
export const snapshotReply = z.strictObject({ snapshot: deskSnapshotSchema })
