/**
 * The one contract: every method the screens, scripts and tests may call, with who may call it, how confidential its
 * answer is, its input and its output. Parsed on both sides of every border. `docs/commands.md` is made from it.
 * Must never hold code that does anything.
 */
import type { z } from 'zod'
import type { MethodSpec } from './method.ts'
import { DATA_METHODS } from './methods-data.ts'
import { DESK_METHODS } from './methods-desk.ts'
import { LOAN_METHODS } from './methods-loan.ts'
import { PEOPLE_METHODS } from './methods-people.ts'

export const CONTRACT = {
  ...DESK_METHODS,
  ...PEOPLE_METHODS,
  ...LOAN_METHODS,
  ...DATA_METHODS,
} as const satisfies Record<string, MethodSpec>

export type MethodName = keyof typeof CONTRACT
export type Input<Name extends MethodName> = z.infer<(typeof CONTRACT)[Name]['input']>
export type Output<Name extends MethodName> = z.infer<(typeof CONTRACT)[Name]['output']>

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(CONTRACT, name)
}

export type PatronHit = Output<'search.patrons'>['hits'][number]
export type TitleHit = Output<'search.titles'>['hits'][number]
export type ImportStatus = Output<'import.status'>
