/** Initials from a name that nobody else has. */
import { expect, it } from 'vitest'
import { freeInitials } from '../../../shared/staff/free-initials.ts'

it.each([
  ['Rosa Ortiz', [], 'RO'],
  ['Rosa Ortiz', ['RO'], 'ROR'],
  ['Rosa Ortiz', ['RO', 'ROR'], 'RO2'],
  ['Rosa Ortiz', ['RO', 'ROR', 'RO2'], 'RO3'],
  ['María de la Cruz', [], 'MDLC'],
  ['Ana-Sofía Pérez Núñez Gil Ruiz', [], 'ASPNG'],
  ['Álvaro', [], 'A'],
  ['Álvaro', ['A'], 'AL'],
  ['  ', [], ''],
  ['李', ['李'], '李2'],
])('of %s beside %j are %s', (name, taken, free) => {
  expect(freeInitials(name, new Set(taken))).toBe(free)
})
