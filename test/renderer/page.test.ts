/** Pages by keyboard: the cursor, the letters, Enter and Esc; and that the line keeps the focus all the while. */
import { afterEach, describe, expect, it } from 'vitest'
import type { PageView } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT, longPage, pageRow, table } from './support/pages.ts'
import { DECIDE, EMPTY, FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
const open = async (scene: DeskSnapshot): Promise<void> => {
  desk = await mountScene(scene)
}
const at = (page: PageView, scene = FIVE_OUT): DeskSnapshot => ({ ...scene, page })
const part = (name: string): Element | null => document.querySelector(`[data-part="${name}"]`)
const chosen = (): string => document.querySelector('[aria-selected="true"] td')?.textContent ?? ''
const inputs = (method: string): readonly unknown[] =>
  desk.calls(method).map(({ input: { commandId: _id, ...input } }) => input)
const button = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(name))
  if (!found) throw new Error(`no button ${name}`)
  return found
}
const pressAll = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) desk.press(key)
  await desk.settle()
}

/** Which rows are drawn from now on, by their first cell: every drawing of a row asks for its notes. */
function countDrawn(): Set<string> {
  const drawn = new Set<string>()
  for (const section of desk.desk.store.drawn().snapshot?.page?.sections ?? []) {
    for (const row of section.kind === 'table' ? section.rows : []) {
      const { notes } = row
      const get = (): typeof notes => {
        drawn.add(row.cells[0]?.text ?? '')
        return notes
      }
      Object.defineProperty(row, 'notes', { get })
    }
  }
  return drawn
}

afterEach(() => desk.unmount())

describe('the cursor', () => {
  it('walks the rows of all tables, and the line says which row it stands on', async () => {
    await open(at(ACCOUNT))
    expect(chosen()).toBe('')
    await pressAll('ArrowDown')
    expect(chosen()).toBe('The Dispossessed')
    const named = desk.line().getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(named)?.textContent).toContain('The Dispossessed')
    const grids = (desk.line().getAttribute('aria-controls') ?? '').split(' ')
    expect(grids.map((id) => document.getElementById(id)?.getAttribute('role'))).toEqual(['grid', 'grid'])
    await pressAll('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(chosen()).toBe('Overdue')
    await pressAll('ArrowDown')
    expect(chosen()).toBe('Overdue')
    await pressAll('Home')
    expect(chosen()).toBe('The Dispossessed')
    await pressAll('End')
    expect(chosen()).toBe('Overdue')
    await pressAll('PageUp')
    expect(chosen()).toBe('The Dispossessed')
    await pressAll('ArrowUp')
    expect(chosen()).toBe('')
    expect(document.activeElement).toBe(desk.line())
  })

  it('stays on its row when the station sends the page again, and near it when the row is gone', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown', 'ArrowDown')
    expect(chosen()).toBe('A Field Guide to Getting Lost')
    const without = (title: string): PageView => ({
      ...ACCOUNT,
      sections: ACCOUNT.sections.map((section) =>
        section.kind === 'table'
          ? { ...section, rows: section.rows.filter((row) => row.cells[0]?.text !== title) }
          : section,
      ),
    })
    desk.wire.show({ ...at(without('The Dispossessed')), version: 50 })
    await desk.settle(60)
    expect(chosen()).toBe('A Field Guide to Getting Lost')
    desk.wire.show({ ...at(without('A Field Guide to Getting Lost')), version: 51 })
    await desk.settle(60)
    expect(chosen()).toBe('The Dispossessed')
  })

  it('Down with somebody open goes into their account: pressed n times, it stands on the n-th loan', async () => {
    await open(FIVE_OUT)
    await pressAll('ArrowDown', 'ArrowDown', 'ArrowDown')
    await desk.settle(60)
    expect(inputs('desk.go')).toEqual([{ page: { place: 'account', about: '' } }])
    expect(chosen()).toBe('Braiding Sweetgrass')
  })

  it('Down with nobody open goes nowhere', async () => {
    await open(EMPTY)
    await pressAll('ArrowDown')
    expect(desk.calls('desk.go')).toHaveLength(0)
  })

  it('a click puts it on a row, and the row’s acts are buttons', async () => {
    await open(at(ACCOUNT))
    desk.focus(null)
    document.querySelectorAll<HTMLElement>('[role="grid"] tbody tr')[1]?.click()
    await desk.settle()
    expect(chosen()).toBe('A Field Guide to Getting Lost')
    button('RenewR').click()
    await desk.settle()
    expect(inputs('desk.renew')).toEqual([{ item_barcode: '31234000000022' }])
  })

  it('among 500 rows a key redraws only the rows it concerns', async () => {
    await open(at(longPage(500)))
    const rows = [...document.querySelectorAll('[role="grid"] tbody tr')]
    expect(rows).toHaveLength(500)
    const changes: Node[] = []
    const watch = new MutationObserver((seen) => changes.push(...seen.map(({ target }) => target)))
    watch.observe(document.querySelector('[role="grid"]') as Element, {
      attributes: true,
      childList: true,
      subtree: true,
    })
    await pressAll('End')
    const drawn = countDrawn()
    await pressAll('ArrowUp')
    watch.disconnect()
    expect(chosen()).toBe('Overdue book 499')
    expect(changes.length).toBeLessThan(20)
    expect([...drawn]).toEqual(['Overdue book 499', 'Overdue book 500'])
  })
})

describe('a letter', () => {
  it('acts on the row the cursor stands on, when no other key follows', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown', 'r')
    expect(desk.calls('desk.renew')).toHaveLength(0)
    await desk.settle(200)
    expect(inputs('desk.renew')).toEqual([{ item_barcode: '31234000000011' }])
    expect(desk.calls('desk.renew')[0]?.input['commandId']).toMatch(/^[0-9a-f-]{36}$/)
    expect(desk.line().value).toBe('')
  })

  it('acts on the page when the row has no such act', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown', 'a')
    await desk.settle(200)
    expect(desk.calls('desk.renew-all')).toHaveLength(1)
  })

  it('and Enter in quick succession act right away', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown', 'R', 'Enter')
    expect(inputs('desk.renew')).toHaveLength(1)
    expect(desk.calls('desk.finish')).toHaveLength(0)
    await desk.settle(200)
    expect(inputs('desk.renew')).toHaveLength(1)
  })

  it('Page Down from the last row turns to the next page, and Page Up from the first one back', async () => {
    const turns = {
      before: { place: 'work-log', about: 'from 1.90' },
      next: { place: 'work-log', about: 'from 1.10' },
    } as const
    await open(at({ ...ACCOUNT, turns }))
    await pressAll('PageDown')
    expect(inputs('desk.go')).toEqual([])
    desk.wire.intercept(({ method }) => {
      const now = desk.wire.snapshot()
      const page = { ...ACCOUNT, ref: turns.next, turns: { ...turns, next: null } }
      if (method === 'desk.go') desk.wire.show({ ...now, page, version: now.version + 1 })
      return method === 'desk.go' ? { kind: 'ok', output: { snapshot: desk.wire.snapshot() } } : null
    })
    await pressAll('PageDown')
    expect(inputs('desk.go')).toEqual([{ page: turns.next }])
    expect(chosen()).toBe('The Dispossessed')
    await pressAll('PageUp')
    expect(inputs('desk.go')).toEqual([{ page: turns.next }, { page: turns.before }])
    await pressAll('End', 'PageDown')
    expect(inputs('desk.go')).toHaveLength(2)
  })

  it('at the start of a scan or a word never acts', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown')
    await desk.scan('R1234567')
    await desk.settle(200)
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual(['R1234567'])
    for (const key of 'rc') desk.press(key)
    await desk.settle(200)
    expect(desk.line().value).toBe('rc')
    expect([desk.calls('desk.renew').length, part('form')]).toEqual([0, null])
  })

  it('on a page without rows or acts is a letter', async () => {
    await open(at({ ...ACCOUNT, sections: [], acts: [] }))
    await pressAll('r')
    await desk.settle(200)
    expect(desk.line().value).toBe('r')
  })
})

describe('Enter', () => {
  const go = { method: 'desk.go', input: { page: { place: 'title', about: '1' } } }
  const act = {
    act_id: 'go',
    key: '',
    label: 'Open it',
    call: go,
    asks: [],
    says: '',
    preview: null,
    is_grave: false,
    weight: 'main' as const,
  }

  it('does what the row offers, then what the page offers, and its button says which', async () => {
    const rows = [pageRow('one', ['One'], { enter: act })]
    const finder: PageView = {
      ...ACCOUNT,
      acts: [],
      enter: { ...act, label: 'Take it' },
      sections: [table('hits', ['Name'], rows)],
    }
    await open(at(finder))
    expect(document.querySelector('footer')?.textContent).toContain('Take it')
    await pressAll('ArrowDown')
    expect(document.querySelector('footer')?.textContent).toContain('Open it')
    await pressAll('Enter')
    expect(inputs('desk.go')).toEqual([{ page: { place: 'title', about: '1' } }])
    expect(desk.calls('desk.finish')).toHaveLength(0)
  })

  it('finishes as always on a page that offers nothing', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown', 'Enter')
    expect(desk.calls('desk.finish')).toHaveLength(1)
  })
})

describe('Esc and F-keys', () => {
  it('Esc clears the line, then goes back, then closes the person', async () => {
    await open(at(ACCOUNT))
    await pressAll('x', 'Escape')
    expect(part('page')).not.toBeNull()
    await pressAll('Escape')
    expect(desk.calls('desk.back')).toHaveLength(1)
    expect(part('page')).toBeNull()
    await pressAll('Escape')
    expect(desk.calls('desk.clear')).toHaveLength(1)
  })

  it.each([
    ['F5', 'item'],
    ['F7', 'account'],
  ])('%s goes to the page %s', async (key, place) => {
    await open(FIVE_OUT)
    await pressAll(key)
    expect(inputs('desk.go')).toEqual([{ page: { place, about: '' } }])
    expect(document.querySelector('nav [aria-current="page"]')?.textContent?.toLowerCase()).toContain(place)
  })

  it('F1 on a page is help about it, and F1 again closes both', async () => {
    await open(at(ACCOUNT))
    await pressAll('F1')
    expect([inputs('desk.go'), part('help') !== null]).toEqual([[], true])
    await pressAll('F1')
    expect(inputs('desk.go')).toEqual([{ page: null }])
    expect([part('page'), part('help')]).toEqual([null, null])
  })

  it('the commands list what the page can do first', async () => {
    await open(at(ACCOUNT))
    await pressAll('ArrowDown')
    await desk.type('/')
    const options = [...document.querySelectorAll('[role="option"]')].map((one) => one.textContent)
    expect(options.slice(0, 3)).toEqual(['RenewR', 'Claims returnedC', 'Renew allA'])
    await desk.type('claims')
    await desk.settle(260)
    await pressAll('Enter')
    expect(part('form')?.textContent).toContain('When')
  })
})

describe('beside a page', () => {
  it('rows that wait stay in sight, walk and answer as always', async () => {
    await open(at(ACCOUNT, DECIDE))
    expect(part('rows')?.textContent).toContain('Educated')
    expect(part('rows')?.textContent).not.toContain('Goodnight Moon')
    await pressAll('ArrowDown')
    expect(document.querySelector('[data-row][aria-current]')?.getAttribute('data-row')).toBe('r7')
    expect(chosen()).toBe('')
    await pressAll('1')
    await desk.settle(200)
    expect(desk.calls('desk.answer').map(({ input }) => [input['row_id'], input['key']])).toEqual([['r7', '1']])
  })

  it('typing finds people, or titles where the page asks for one', async () => {
    await open(at(ACCOUNT))
    await desk.type('jon')
    expect(part('search')?.getAttribute('aria-label')).toBe('Find a patron')
    await pressAll('Escape')
    expect(part('page')).not.toBeNull()
    desk.wire.show({ ...at({ ...ACCOUNT, titles_go_to: 'item' }), version: 60 })
    await desk.settle(60)
    await desk.type('sherrell')
    expect(part('search')?.getAttribute('aria-label')).toBe('Search the catalog')
    await desk.settle(260)
    await pressAll('Enter')
    expect(inputs('desk.go')).toEqual([{ page: { place: 'item', about: '2' } }])
  })
})
