/** Every act that the work log can call refused or approved has words in both languages: no method's name is shown. */
import { describe, expect, test } from 'vitest'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'
import type { MethodSpec } from '../../../shared/ipc/method.ts'
import { isRefusalKept } from '../../../shared/refusals/overrides.ts'
import { en } from '../../../shared/words/en/en.ts'
import { es } from '../../../shared/words/es/es.ts'

const METHODS = Object.entries(CONTRACT) as readonly [MethodName, MethodSpec][]

/** A method that a clerk can be refused, or that can ask for an approval: it needs a role, or it records. */
function isLogged({ permission, changes, refusals }: MethodSpec): boolean {
  if (permission === 'anyone') return false
  return permission !== 'staff' || changes || refusals.some(isRefusalKept)
}

const LOGGED = METHODS.filter(([, spec]) => isLogged(spec)).map(([name]) => name)

describe.each([
  ['English', en.log.acts],
  ['Spanish', es.log.acts],
] as const)('the work log in %s', (_, acts) => {
  test.each(LOGGED)('has words for %s', (name) => {
    expect(Object.keys(acts)).toContain(name)
    expect((acts as Readonly<Record<string, string>>)[name]).not.toMatch(/^$|\b[a-z]+(-[a-z]+)?\.[a-z]/)
  })
})
