/** The contract: every method says what it needs, its example fits, and its "no"s exist. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { REFUSAL_CODES } from '../../../shared/refusals/refusals.ts'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'
import type { MethodSpec } from '../../../shared/ipc/method.ts'

const METHODS = Object.entries(CONTRACT) as [MethodName, MethodSpec][]
const CODES: ReadonlySet<string> = new Set(REFUSAL_CODES)

/**
 * The shapes that cross a border, sealed. When this fails, a caller written against the old shapes may break: change
 * the seal knowingly, and say in the commit what changed.
 */
const SHAPES_SEAL = 'd09738b8d769d2a6'

describe('the contract', () => {
  test('has a method for every act of the desk', () => expect(METHODS.length).toBeGreaterThan(30))

  test.each(METHODS)('%s: its example fits its input', (_, spec) => {
    expect(spec.input.safeParse(spec.example).error).toBeUndefined()
  })

  test.each(METHODS)('%s: every "no" it names is in the list, once', (_, spec) => {
    expect(spec.refusals.filter((code) => !CODES.has(code))).toEqual([])
    expect(new Set(spec.refusals).size).toBe(spec.refusals.length)
  })

  test.each(METHODS)('%s: carries a commandId exactly when it may record a fact', (_, spec) => {
    const shape = z.toJSONSchema(spec.input, { io: 'input' })
    expect('commandId' in (shape.properties ?? {})).toBe(spec.changes)
  })

  test.each(METHODS)('%s: whatever gives a patron’s data needs somebody signed in', (name, spec) => {
    const isDesk = name === 'desk.snapshot' || name === 'desk.scan'
    const isOpen = spec.confidentiality === 'patron' && !isDesk && spec.permission === 'anyone'
    expect(isOpen).toBe(false)
  })

  test('crosses borders in the shapes that were sealed', () => {
    const shapes = METHODS.map(([name, spec]) => [name, z.toJSONSchema(spec.input), z.toJSONSchema(spec.output)])
    expect(createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)).toBe(SHAPES_SEAL)
  })
})
