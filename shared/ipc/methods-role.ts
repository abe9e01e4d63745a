/** The methods about roles: which there are, and what each may do. */
import { z } from 'zod'
import { GRANTS } from '../staff/permissions.ts'
import { ROLES_COUNT_MAX } from '../staff/roles.ts'
import {
  commandId,
  EXAMPLE_ID,
  libraryAct,
  method,
  type MethodSpec,
  nothing,
  roleCode,
  OWN_PIN_REFUSALS,
  ownPin,
} from './method.ts'

const grant = z.enum(GRANTS.map((entry) => entry.grant))
const name = z.string().trim().min(1).max(40)

export const ROLE_METHODS = {
  'role.list': method({
    does: 'Lists the roles in order, with each one’s grants and their ceilings. null: no ceiling.',
    permission: 'edit-staff',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: z.strictObject({
      roles: z.array(
        z.strictObject({ role: z.string(), name: z.string(), is_built_in: z.boolean(), staff_count: z.int() }),
      ),
      grants: z.array(
        z.strictObject({
          role: z.string(),
          grant: z.string(),
          amount_cents_max: z.int().nullable(),
          days_count_max: z.int().nullable(),
          day_cents_max: z.int().nullable(),
        }),
      ),
    }),
    refusals: ['not-permitted'],
    example: {},
  }),
  'role.add': method({
    does: 'Adds a role with the grants of the role that it copies, or with none.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      name,
      /** The role whose grants it starts with; empty for none. */
      copy_of: z.string().max(64).default(''),
      own_pin: ownPin,
    }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'role-unknown',
      'role-name-taken',
      'roles-too-many',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, name: 'Page', copy_of: 'staff', own_pin: '471108' },
  }),
  'role.edit': method({
    does: 'Renames a role, or moves it to another place in the list, counted from 1.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      role: roleCode,
      name,
      order_number: z.int().min(1).max(ROLES_COUNT_MAX),
      own_pin: ownPin,
    }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'role-unknown',
      'role-name-taken',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, role: 'staff', name: 'Desk assistant', order_number: 1, own_pin: '471108' },
  }),
  'role.remove': method({
    does: 'Deletes a role that no one has anymore, with its grants. Built-in roles stay.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({ commandId, role: roleCode, own_pin: ownPin }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'role-unknown',
      'role-built-in',
      'role-held',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, role: 'page', own_pin: '471108' },
  }),
  'role.set': method({
    does: 'Gives a role a grant, up to an amount, a number of days or an amount in a day, or takes it away.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      role: roleCode,
      grant,
      is_granted: z.boolean(),
      amount_cents_max: z.int().nonnegative().nullable().default(null),
      days_count_max: z.int().nonnegative().nullable().default(null),
      /** Of all in a day together; null or left out: no ceiling. */
      day_cents_max: z.int().nonnegative().nullable().optional(),
      own_pin: ownPin,
    }),
    refusals: [
      ...OWN_PIN_REFUSALS,
      'role-unknown',
      'pins-short',
      'last-manager',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: {
      commandId: EXAMPLE_ID,
      role: 'staff',
      grant: 'waive',
      is_granted: true,
      amount_cents_max: 500,
      day_cents_max: 2500,
      own_pin: '471108',
    },
  }),
} as const satisfies Record<string, MethodSpec>
