/** The rules of the house apply everywhere, and each rule fails on a fixture that breaks it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GENERATORS } from '../../tools/gate/checks.ts'
import { rulesFor } from './tidy/rules.ts'
import { readTree, type Finding } from './tidy/source.ts'

const ROOT = join(import.meta.dirname, '../..')
const FIXTURES = join(import.meta.dirname, 'fixtures')

const wordsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ path, line, says }) => `${path}:${line} ${says}`)

describe('the project', () => {
  const tree = readTree(ROOT)
  const rules = rulesFor(ROOT)

  it.each([
    ['shared/', 150],
    ['main/', 200],
    ['renderer/', 60],
    ['tools/', 20],
    ['test/', 200],
    ['migrations/', 2],
  ])('was seen: %s has at least %i files', (folder, least) => {
    expect(tree.filter(({ path }) => path.startsWith(folder)).length).toBeGreaterThanOrEqual(least)
  })

  it('was parsed: its files hold imports and functions', () => {
    expect(tree.filter(({ program }) => program !== null).length).toBeGreaterThan(600)
  })

  it.each(Object.keys(rules))('keeps the rule %s', (name) => {
    expect(wordsOf(rules[name]?.(tree) ?? (['no such rule'] as never))).toEqual([])
  })

  it('checks everything that it generates', () => {
    const tools = tree.filter(({ path }) => /^tools\/[^/]+\.ts$/.test(path))
    const generators = tools.filter(({ text }) => text.includes("includes('--check')")).map(({ path }) => path)
    expect([...GENERATORS].toSorted()).toEqual(generators.toSorted())
  })
})

describe('each rule bites', () => {
  const names = Object.keys(rulesFor(FIXTURES))

  it('and each has a fixture', () => {
    expect(readdirSync(FIXTURES).toSorted()).toEqual(names.toSorted())
  })

  it.each(names)('%s finds exactly what its fixture breaks', (name) => {
    const folder = join(FIXTURES, name)
    const expected = readFileSync(join(folder, 'expected.txt'), 'utf8').trim().split('\n')
    expect(expected.length).toBeGreaterThan(0)
    expect(existsSync(folder)).toBe(true)
    const rule = rulesFor(folder)[name]
    expect(wordsOf(rule?.(readTree(folder)) ?? [])).toEqual(expected)
  })
})
