/**
 * Reads a tree of files for the rules and parses its TypeScript once. A tree is the project itself or a fixture that
 * looks like it. A file that does not parse is an error; none is silently left out.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

/** A node of the syntax tree: its kind, its position (offsets), and its parts by name. */
export type SyntaxNode = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

export type Source = {
  /** Below the root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Null for a file that is not TypeScript or JavaScript. */
  readonly program: SyntaxNode | null
  readonly comments: readonly { readonly value: string; readonly start: number }[]
}

export type Finding = { readonly path: string; readonly line: number; readonly says: string }

/** A rule checks the whole tree and returns what is wrong with it. */
export type Rule = (sources: readonly Source[]) => readonly Finding[]

const FOLDERS = ['main', 'renderer', 'shared', 'migrations', 'central', 'test', 'bench', 'tools', 'docs', '.github']
const ENDINGS = 'ts,tsx,mjs,css,html,sql,md,yml,json'
/** Packages and their caches come and go, even while the tree is read. */
const LEFT_OUT = [/^test\/repo\/fixtures\//, /(^|\/)node_modules\//]

export function readTree(root: string): readonly Source[] {
  const patterns = [...FOLDERS.map((folder) => `${folder}/**/*.{${ENDINGS}}`), `*.{${ENDINGS}}`]
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  return paths
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

export function readSource(path: string, text: string): Source {
  if (!/\.(ts|tsx|mjs)$/.test(path)) return { path, text, program: null, comments: [] }
  const parsed = parseSync(path, text)
  const [fault] = parsed.errors
  if (fault) throw new Error(`${path} does not parse: ${fault.message}`)
  return { path, text, program: parsed.program as unknown as SyntaxNode, comments: parsed.comments }
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** Every node below, parents before children. `visit` also gets the parent and the name of the part. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | null, part: string) => void,
): void {
  step(node, null, '')
  function step(here: SyntaxNode, parent: SyntaxNode | null, part: string): void {
    visit(here, parent, part)
    for (const [name, value] of Object.entries(here)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) step(child, here, name)
    }
  }
}

/** The name of an identifier or of a string literal; '' for anything else. */
export function nameOf(value: unknown): string {
  if (!isNode(value)) return ''
  if (value.type === 'Identifier' && typeof value['name'] === 'string') return value['name']
  return value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : ''
}

/** "Date.now" for a member expression of two plain names; '' for anything else. */
export function memberName(node: SyntaxNode): string {
  if (node.type !== 'MemberExpression' || node['computed'] === true) return ''
  const object = nameOf(node['object'])
  return object ? `${object}.${nameOf(node['property'])}` : ''
}
