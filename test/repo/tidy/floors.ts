/**
 * The floors of the house (DESIGN.md, Folders and floors): an import may stay on its floor or go down, never up; two
 * folders never import each other; and no folder has more files than a person can keep in mind.
 */
import { importsOf } from './imports.ts'
import type { Finding, Rule, Source } from './source.ts'

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
      ['circulation', 'patron'],
      ['words'],
      ['receipt', 'import', 'reports'],
      ['devices'],
      ['desk'],
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
      ['papers', 'policy', 'rescue', 'data-in'],
      ['desk'],
      // The files that assemble the processes.
      ['', 'electron', 'devices'],
    ],
  },
]

const SIBLINGS_MAX = 25

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

/** Rooms whose own folders do not import each other either. What lies beside the folders is the ground of all. */
const ROOMS: readonly House[] = ['main/circulation/', 'main/store/'].map((root) => ({ root, floors: [] }))

/** Two rooms of a house do not import each other, nor do two folders of circulation or of the store. */
export const mutual: Rule = (sources) => [...mutualIn(HOUSES, sources), ...mutualIn(ROOMS, sources)]

function mutualIn(houses: readonly House[], sources: readonly Source[]): readonly Finding[] {
  const first = new Map<string, { readonly path: string; readonly line: number }>()
  for (const source of sources) {
    const house = houses.find(({ root }) => source.path.startsWith(root))
    if (!house || source.program === null) continue
    for (const { target, line } of importsOf(source)) {
      if (target === null || !target.startsWith(house.root)) continue
      const [from, to] = [roomOf(house, source.path), roomOf(house, target)]
      if (house.floors.length === 0 && (from === '' || to === '')) continue
      const pair = `${from} ${to} ${house.root}`
      if (!first.has(pair)) first.set(pair, { path: source.path, line })
    }
  }
  return [...first].flatMap(([pair, { path, line }]) => {
    const [from = '', to = '', root = ''] = pair.split(' ')
    const back = first.get(`${to} ${from} ${root}`)
    return from < to && back ? [{ path, line, says: `two folders that import each other: ${from} and ${to}` }] : []
  })
}

/** Only in shipped code: tests mirror it, and a folder of them may have more. */
export const siblings: Rule = (sources) => {
  const held = new Map<string, Set<string>>()
  for (const { path } of sources) {
    const parts = path.split('/')
    if (!/^(main|shared|renderer|central)$/.test(parts[0] ?? '')) continue
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
