/** What a merge leaves of cards and family links: never nobody's only card by a slip, and each link counted before. */
import { describe, expect, test } from 'vitest'
import { patronId } from '../../../../shared/kernel/ids.ts'
import type { MergeField } from '../../../../shared/kernel/patron-field.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { mergeAbout } from '../../../../shared/patron/merge/merge-about.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS } from '../../support/small-library.ts'

const [DANA, OMAR] = [1, patronId(2)]
const { merge: words } = en.pages.patrons

async function compared(also: readonly string[], turned: readonly MergeField[] = []) {
  const desk = await cardDesk(false, also)
  await desk.scan(CARDS.dana)
  await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  const about = mergeAbout({ other: OMAR, turned: new Set(turned) })
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'patron-merge', about } })
  const page = must(snapshot.page, 'both records')
  expect(pageFaults(page)).toEqual([])
  const act = must(
    page.acts.find(({ call }) => call.method === 'patron.merge'),
    'the merge',
  )
  const sums = page.sections.find((one) => one.section_id === 'sums')
  const rows = sums?.kind === 'table' ? sums.rows : []
  const family = rows.find(({ row_id }) => row_id === 'sum family_count')?.cells.map(({ text }) => text) ?? []
  return { desk, says: act.says, family: family.slice(1) }
}

async function merge(desk: TestDesk, turned: readonly MergeField[], isMeant: boolean): Promise<string> {
  const input = { commandId: desk.id(), other_patron_id: OMAR, turned: [...turned] }
  const answer = await desk.call('patron.merge', { ...input, ...(isMeant && { is_cardless_meant: true }) })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

const inUse = async (desk: TestDesk) =>
  (
    await readClosed(desk, (all) => all(`SELECT barcode FROM card WHERE patron_id = ${DANA} AND status = 'current'`))
  ).map(({ barcode }) => barcode)

const LOST = (patron_id: number) =>
  `UPDATE card SET status = 'lost' WHERE patron_id = ${patron_id} AND status = 'current'`

describe('the only card in use', () => {
  test.each([
    ['of the former record is kept, unless it is turned', [LOST(DANA)], [], 'ok', [CARDS.omar]],
    ['of the former record, turned off: asked again', [LOST(DANA)], ['card'], 'merge-cardless', []],
    ['of the kept record stays', [LOST(OMAR)], [], 'ok', [CARDS.dana]],
    ['of the kept record, turned off: asked again', [LOST(OMAR)], ['card'], 'merge-cardless', []],
    ['of both: the kept one stays', [], [], 'ok', [CARDS.dana]],
    ['of both, turned: the other one stays', [], ['card'], 'ok', [CARDS.omar]],
    ['of neither: there is nothing to turn off', [LOST(DANA), LOST(OMAR)], [], 'ok', []],
  ] as const)('%s', async (_what, also, turned, code, cards) => {
    const { desk, says } = await compared(also, turned)
    expect(says.includes(words.cardless)).toBe(code === 'merge-cardless')
    expect(await merge(desk, turned, false)).toBe(code)
    if (code === 'ok') expect(await inUse(desk)).toEqual(cards)
    else {
      expect(await merge(desk, turned, true)).toBe('ok')
      expect(await inUse(desk)).toEqual([])
    }
  })
})

const names = (patron_id: number, family: number) =>
  `UPDATE patron SET family_patron_id = ${family} WHERE patron_id = ${patron_id}`

describe('family links', () => {
  test.each([
    ['none', [], [], false],
    ['the former record names one', [names(OMAR, 3)], ['0', '1', '1'], false],
    ['each is named by another', [names(3, DANA), names(4, OMAR)], ['1', '1', '2'], false],
    ['both name the same one', [names(DANA, 3), names(OMAR, 3)], ['1', '1', '1'], false],
    ['each names another: the one of the former record ends', [names(DANA, 3), names(OMAR, 4)], ['1', '1', '1'], true],
    ['unless that one names it as well', [names(DANA, 3), names(OMAR, 4), names(4, OMAR)], ['1', '1', '2'], false],
  ] as const)('%s', async (_what, also, family, isEnding) => {
    const { desk, says, family: shown } = await compared(also)
    expect(shown).toEqual(family)
    expect(says.includes(words.link_ends)).toBe(isEnding)
    await merge(desk, [], false)
    const linked = await readClosed(desk, (all) =>
      all(`SELECT patron_id FROM patron WHERE family_patron_id = ${DANA}
        UNION SELECT family_patron_id FROM patron WHERE patron_id = ${DANA} AND family_patron_id IS NOT NULL`),
    )
    expect(linked).toHaveLength(Number(family[2] ?? 0))
  })
})
