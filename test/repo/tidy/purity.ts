/**
 * shared/ is pure: no global of Node or of a window, no timer, no clock; callers pass these in. A name that the file
 * itself declares (a parameter called `location`) is not a finding.
 */
import { isNode, lineOf, nameOf, walk, type Finding, type Rule, type Source, type SyntaxNode } from './source.ts'

const GLOBALS = new Set(
  `process Buffer global __dirname __filename require setTimeout setInterval setImmediate clearTimeout clearInterval
  queueMicrotask performance crypto fetch WebSocket Worker MessageChannel window document navigator location history
  localStorage sessionStorage indexedDB alert confirm prompt requestAnimationFrame getComputedStyle Audio AudioContext
  Image HTMLElement Element Node Event CustomEvent KeyboardEvent EventTarget NodeJS`.split(/\s+/),
)

const isNamePart = (parent: SyntaxNode | null, part: string): boolean =>
  parent !== null &&
  parent['computed'] !== true &&
  ((parent.type === 'MemberExpression' && part === 'property') ||
    (part === 'key' && !(parent.type === 'Property' && parent['shorthand'] === true)) ||
    (parent.type === 'TSQualifiedName' && part === 'right') ||
    parent.type === 'TSPropertySignature' ||
    parent.type === 'TSMethodSignature' ||
    parent.type === 'LabeledStatement')

const DECLARING = ['params', 'id', 'local', 'param']

export const purity: Rule = (sources) =>
  sources.filter(({ path }) => /^shared\/(?!node\/)/.test(path)).flatMap((source) => globalsIn(source))

function globalsIn(source: Source): readonly Finding[] {
  const { program, path, text } = source
  if (!program) return []
  const own = new Set<string>()
  const used: { name: string; start: number }[] = []
  walk(program, (node, parent, part) => {
    if (node.type === 'ObjectPattern') for (const name of patternNames(node)) own.add(name)
    const name = nameOf(node)
    if (node.type !== 'Identifier' || !GLOBALS.has(name) || isNamePart(parent, part)) return
    if (DECLARING.includes(part) || parent?.type === 'TSFunctionType' || isPattern(parent, part)) own.add(name)
    else used.push({ name, start: node.start })
  })
  return used
    .filter(({ name }) => !own.has(name))
    .map(({ name, start }) => ({ path, line: lineOf(text, start), says: `shared/ is pure: ${name}` }))
}

/** The new names in `{ location }`, `{ at: location }` and `{ location = '' }` on the left of a declaration. */
function patternNames(pattern: SyntaxNode): readonly string[] {
  const properties = Array.isArray(pattern['properties']) ? pattern['properties'].filter(isNode) : []
  return properties.map((property) => {
    const value = property['value']
    return nameOf(isNode(value) && value.type === 'AssignmentPattern' ? value['left'] : value)
  })
}

function isPattern(parent: SyntaxNode | null, part: string): boolean {
  if (parent?.type === 'ArrayPattern' || parent?.type === 'RestElement') return true
  return parent?.type === 'AssignmentPattern' && part === 'left'
}
