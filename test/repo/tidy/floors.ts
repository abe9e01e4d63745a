/**
 * The floors of the house (DESIGN.md, Folders and floors): an import may stay on its floor or go down, never up; two
 * folders never import each other; and no folder has more files than a person can keep in mind.
 */
import { importsOf } from './imports.ts'
import type { Finding, Rule } from './source.ts'

/** The folders of one part, from the ground up; those in one row are on one floor. */
type House = { readonly root: string; readonly floors: readonly (readonly string[])[] }

const HOUSES: readonly House[] = [
  {
    root: 'shared/',
    floors: [
      ['kernel'],
      ['catalog', 'ledger', 'staff'],
      ['refusals'],
      ['journal'],
      ['policy'],
      ['cash', 'circulation', 'patron'],
      ['import'],
      ['words'],
      ['receipt', 'reports'],
      ['devices'],
      ['desk'],
      ['help'],
      ['ipc', 'protocol'],
    ],
  },
  {
    root: 'main/',
    floors: [
      ['store'],
      ['journal'],
      ['library', 'ipc'],
      ['circulation'],
      ['search'],
      ['cash', 'papers', 'policy', 'rescue', 'data-in', 'patrons'],
      ['sync'],
      ['desk'],
      // The files that assemble the processes.
      ['', 'electron', 'devices'],
    ],
  },
]

const SIBLINGS_MAX = 40

/** The folder below the root of the house: "circulation" for "main/circulation/loans/lend.ts"; '' for a file there. */
function roomOf({ root }: House, path: string): string {
  const rest = path.slice(root.length)
  return rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : ''
}

function floorOf(house: House, path: string): number {
  return house.floors.findIndex((floor) => floor.includes(roomOf(house, path)))
}

export const floors: Rule = (sources) =>
  HOUSES.flatMap((house) => {
    const own = sources.filter(({ path, program }) => program !== null && path.startsWith(house.root))
    return own.flatMap((source): readonly Finding[] => {
      const from = floorOf(house, source.path)
      if (from < 0) return [{ path: source.path, line: 1, says: 'a folder that no floor is known for' }]
      return importsOf(source).flatMap(({ target, line }) => {
        if (target === null || !target.startsWith(house.root)) return []
        const to = floorOf(house, target)
        return to > from ? [{ path: source.path, line, says: `an import that goes up: ${target}` }] : []
      })
    })
  })

const SHIPPED = /^(main|shared|renderer|central)\//

/** The folders, beside each other in one folder, that an import leads from and to. */
type Step = { readonly beside: string; readonly from: string; readonly to: string }

/**
 * What lies beside the folders is the ground of all and no side of a pair, except at the top of a house: there it is a
 * room.
 */
function stepOf(path: string, target: string): Step | null {
  const [own, theirs] = [path.split('/').slice(0, -1), target.split('/').slice(0, -1)]
  const at = own.findIndex((folder, depth) => folder !== theirs[depth])
  const depth = at < 0 ? own.length : at
  const beside = `${own.slice(0, depth).join('/')}/`
  const [from = '', to = ''] = [own[depth], theirs[depth]]
  const isHouse = HOUSES.some(({ root }) => root === beside)
  return from === to || ((from === '' || to === '') && !isHouse) ? null : { beside, from, to }
}

/** No two folders beside each other import each other, however deep they lie. */
export const mutual: Rule = (sources) => {
  const first = new Map<string, { readonly path: string; readonly line: number } & Step>()
  for (const source of sources) {
    if (!SHIPPED.test(source.path) || source.program === null) continue
    for (const { target, line } of importsOf(source)) {
      const step = target !== null && SHIPPED.test(target) ? stepOf(source.path, target) : null
      if (step === null) continue
      const pair = `${step.beside} ${step.from} ${step.to}`
      if (!first.has(pair)) first.set(pair, { path: source.path, line, ...step })
    }
  }
  return [...first.values()].flatMap(({ path, line, beside, from, to }) =>
    from < to && first.has(`${beside} ${to} ${from}`)
      ? [{ path, line, says: `two folders that import each other: ${from} and ${to}` }]
      : [],
  )
}

/** Only in shipped code: tests mirror it, and a folder of them may have more. */
export const siblings: Rule = (sources) => {
  const held = new Map<string, Set<string>>()
  for (const { path } of sources) {
    const parts = path.split('/')
    if (!SHIPPED.test(path)) continue
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/')
      const inside = held.get(folder) ?? new Set<string>()
      held.set(folder, inside.add(parts[depth] ?? ''))
    }
  }
  return [...held].flatMap(([folder, inside]) =>
    inside.size > SIBLINGS_MAX
      ? [{ path: folder, line: 1, says: `${inside.size} files and folders, at most ${SIBLINGS_MAX}` }]
      : [],
  )
}
