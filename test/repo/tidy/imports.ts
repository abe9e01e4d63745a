/** The import specifiers of a file, of every form, and the file that each leads to. Reads only. */
import { posix } from 'node:path'
import { isNode, lineOf, nameOf, walk, type Source } from './source.ts'

export type Import = {
  readonly specifier: string
  readonly line: number
  /** Path of the file meant, below the root; null for a package. */
  readonly target: string | null
}

const FORMS = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]

export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = []
  if (!source.program) return found
  walk(source.program, (node) => {
    const from = FORMS.includes(node.type) ? node['source'] : requiredBy(node)
    const specifier = nameOf(from)
    if (!specifier) return
    found.push({ specifier, line: lineOf(source.text, node.start), target: targetOf(source.path, specifier) })
  })
  return found
}

/** The first argument of `require(…)`, or of any `….require(…)`. */
function requiredBy(node: { type: string; [part: string]: unknown }): unknown {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return null
  const callee = node['callee']
  const name = callee.type === 'MemberExpression' ? nameOf(callee['property']) : nameOf(callee)
  return name === 'require' && Array.isArray(node['arguments']) ? (node['arguments'] as unknown[])[0] : null
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
}

/** The package of a specifier: "zod" of "zod/v4", "@scope/name" of "@scope/name/part", "node:fs" as it is. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
