/**
 * Runs axe on a page. Its program is injected into the page once, and asked only for violations: injected for each
 * scan, and with everything that passed, it took four times as long as its checks.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * `rules`: only these, otherwise all. `within`: only inside the first element that this selects, otherwise the page.
 */
export type AxeScope = { readonly rules?: readonly string[]; readonly within?: string }

/** Half as long as the program that the package names, and the same. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Each fault with its element. */
export async function axeFaults(page: Page, { rules, within }: AxeScope = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(runAxe, { rules: rules ? [...rules] : null, within: within ?? null })
}

async function runAxe(scope: { readonly rules: string[] | null; readonly within: string | null }): Promise<string[]> {
  const axe = Reflect.get(window, 'axe') as typeof axeCore
  const runOnly = scope.rules ? { runOnly: { type: 'rule' as const, values: scope.rules } } : {}
  const part = scope.within === null ? document : document.querySelector(scope.within)
  if (part === null) return [`nothing is ${scope.within}`]
  const { violations } = await axe.run(part, { resultTypes: ['violations'], ...runOnly })
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`))
}
