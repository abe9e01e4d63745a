/** How a method of the contract describes itself, and the schemas that many methods share. */
import { z } from 'zod'
import type { RefusalCode } from '../refusals/refusals.ts'
import type { Grant } from '../staff/permissions.ts'
import { previewLineSchema } from '../desk/page.ts'
import { curveSchema } from '../desk/pictures.ts'
import { deskSnapshotSchema } from '../desk/screen.ts'

/**
 * `anyone`: before signing in. `staff`: signed in. Otherwise the grant that the signed-in role must have
 * (shared/staff/permissions.ts).
 */
export type Permission = 'anyone' | 'staff' | Grant

/** What the answer may contain: nothing about people, the library's own matters, a patron's data, or keys. */
export type Confidentiality = 'public' | 'library' | 'patron'

/** One method: what it does, who may call it, its input and output, and every refusal it may return. */
export type MethodSpec<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly does: string
  readonly permission: Permission
  readonly confidentiality: Confidentiality
  /** True when it may record a fact; such a method carries a commandId. */
  readonly changes: boolean
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly RefusalCode[]
  /** It carries out the call that a row is waiting for, and can also return any refusal of that method. */
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

/** A field that no lasting seal of a command may include: about a patron, or a secret. */
export type Unsealed = 'patron' | 'pin'
/** How the text of a field is cleaned: as one line (the default), as lines, or not at all. */
export type TextKind = 'line' | 'lines' | 'untouched'

const FIELDS = z.registry<{ readonly holds?: Unsealed; readonly text?: TextKind }>()

function marked<Field extends z.ZodType>(field: Field, more: { holds?: Unsealed; text?: TextKind }): Field {
  FIELDS.add(field, { ...FIELDS.get(field), ...more })
  return field
}

/** The field is, or may be, about a patron: its seal lies beside the journal and is deleted when they are forgotten. */
export function ofPatron<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { holds: 'patron' })
}

/** The field is a PIN or a key: its seal lies beside the journal and is slow to brute-force. Taken as typed. */
export function ofPin<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { holds: 'pin', text: 'untouched' })
}

/** Text that can contain line breaks. */
export function ofLines<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { text: 'lines' })
}

/** Taken as sent: a scan, a path, a name that the desk itself gave. */
export function asSent<Field extends z.ZodType>(field: Field): Field {
  return marked(field, { text: 'untouched' })
}

export function unsealedAs(field: z.ZodType): Unsealed | null {
  return FIELDS.get(field)?.holds ?? null
}

export function textKindOf(field: z.ZodType): TextKind {
  return FIELDS.get(field)?.text ?? 'line'
}

/** A file or a folder on this computer. A name may contain any letter, but no control character. */
export const path = asSent(
  z
    .string()
    .max(1000)
    .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u),
)

/** Why a new file cannot be written where a person said. */
export const NEW_FILE_REFUSALS = [
  'place-not-whole',
  'folder-unreadable',
  'file-exists',
  'file-unwritable',
  'place-is-data',
  'place-full',
] as const satisfies readonly RefusalCode[]

/** A patron's card, in a method that changes something. */
export const cardOfAct = ofPatron(z.string().min(1).max(200))
/** A new PIN. */
export const newPin = ofPin(z.string().regex(/^\d{4,12}$/, '4 to 12 digits'))
/** A PIN that a patron chooses: how short it may be is the library's, and is told at the field. */
export const patronPin = ofPin(z.string().regex(/^\d{1,12}$/, '4 to 12 digits'))
/** A new PIN, or empty to keep the one there is. */
export const newPinOrNone = ofPin(
  z
    .string()
    .regex(/^(?:\d{4,12})?$/, '4 to 12 digits')
    .optional(),
)
export const initials = z
  .string()
  .trim()
  .regex(/^\p{L}{1,5}$/u, 'one to five letters')
/** Whose PIN it is: initials, a badge number, or empty for the badge that was scanned last. */
export const initialsOrBadge = z.string().max(40)
/** A row of the screen. */
export const rowId = z.string().max(40)
/** A branch by its code. */
export const branchCode = z.string().max(64)
/** A role by its code. */
export const roleCode = z.string().min(1).max(64)
/** A PIN typed to sign in or approve: only the check says whether it is right. */
export const typedPin = ofPin(z.string().min(1).max(40))
/**
 * The PIN of the person at the desk, typed again for this act. Left out where nobody works at the desk yet, and in
 * rescue; everywhere else it is asked for.
 */
export const ownPin = ofPin(z.string().max(40).optional())
/** What a method that asks for it may answer. */
export const OWN_PIN_REFUSALS = ['own-pin-needed', 'sign-in-failed', 'sign-in-paused'] as const
export const nothing = z.strictObject({})
export const limit = z.int().min(1).max(100)
/** Any method may return these; none lists them. */
export const REFUSALS_OF_ALL: readonly RefusalCode[] = [
  'not-signed-in',
  'desk-locked',
  'recording-stopped',
  'command-changed',
]
export const EXAMPLE_ID = '01909c3e-7c00-7000-8000-000000000001'

/** A preview of the effect, in lines; none when there is nothing to say. And a picture where it can be seen better. */
export const previewReply = z.strictObject({ lines: z.array(previewLineSchema), picture: curveSchema.optional() })
/** Somebody who may be the patron being registered; every text is as it is shown. */
export const alikeSchema = z.strictObject({
  patron_id: z.int(),
  name: z.string(),
  /** Birth date, address, card and branch, why they are thought to be the same. */
  facts: z.array(z.string()),
  /** What they owe, and what keeps them from borrowing. */
  warnings: z.array(z.string()),
  /** Registering asks why it is another person. */
  is_certain: z.boolean(),
})
export type AlikeShown = z.infer<typeof alikeSchema>
export const snapshotReply = z.strictObject({ snapshot: deskSnapshotSchema })

/** What most methods say alike: a clerk changes or sees an account; a role, which each names, the library's own. */
export const accountAct = {
  permission: 'staff',
  confidentiality: 'patron',
  changes: true,
  output: snapshotReply,
} as const
export const accountView = { ...accountAct, changes: false } as const
export const libraryAct = { confidentiality: 'library', changes: true, output: snapshotReply } as const
export const libraryView = { ...libraryAct, changes: false } as const
