/** Setting up a scanner that types: three scans, what they have in common, and what to do where they have not. */
import {
  textOf,
  TRIES_COUNT,
  withoutFrame,
  type HeardScan,
  type WedgeFound,
  type WedgeSetup,
} from '../../../../shared/devices/scan/wedge-setup.ts'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { barcode } from '../../../../shared/receipt/blocks.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { staffOfBadge } from '../../../library/staff-known.ts'
import { SHOWN_CODE, wedgeFound } from '../../upkeep/devices/wedge-found.ts'
import { act, callOf, facts, page, text } from '../make.ts'
import type { Pages } from './say.ts'

export const KEYBOARD = 'keyboard'

type Says = Pages['keyboard_scanner']

/** What a scan reads as; a badge is on no screen. */
function readOf({ library }: Desk, says: Says, { strokes }: HeardScan, setup: WedgeSetup | null): string {
  const all = textOf(strokes, setup?.reads ?? 'keys')
  const number = setup === null ? all : withoutFrame(all, setup)
  return staffOfBadge(library, number) === null ? number : says.badge
}

const orNothing = (says: Says, value: string): string => (value === '' ? says.nothing : value)

function setupFacts(says: Says, setup: WedgeSetup): [label: string, value: string][] {
  return [
    [says.prefix, orNothing(says, setup.prefix)],
    [says.suffix, orNothing(says, setup.suffix)],
    [says.ends, says.end_kinds[setup.ends]],
    [says.reads, says.read_kinds[setup.reads]],
    [says.pace, says.pace_says(setup.gap_ms_max)],
  ]
}

function foundLines(says: Says, found: WedgeFound): readonly string[] {
  switch (found.kind) {
    case 'more':
      return [found.left_count === TRIES_COUNT ? says.begin : says.more(found.left_count)]
    case 'differ':
      return [says.differ]
    case 'unreadable':
      return [says.unreadable]
    case 'no-end':
      return [says.no_end]
    case 'found':
      return [
        says.agree,
        ...(found.is_caps ? [says.caps] : []),
        ...(found.setup.reads === 'codes' ? [says.other_keyboard] : []),
        ...(found.has_aim ? [says.aim] : []),
      ]
  }
}

function actsOf(says: Says, found: WedgeFound, isKept: boolean): readonly Act[] {
  const again = act({ key: 'A', label: says.again, call: callOf('keyboard-scanner.again', {}) })
  const forget = act({
    key: 'U',
    label: says.forget,
    call: callOf('keyboard-scanner.forget', {}),
    says: says.forget_says,
    is_grave: true,
  })
  return [...(found.kind === 'more' ? [] : [again]), ...(isKept ? [forget] : [])]
}

export function keyboardPage(desk: Desk): PageView {
  const { words } = speechOf(desk)
  const says = words.pages.keyboard_scanner
  const { setup, tries } = desk.devices.wedge
  const found = wedgeFound(desk)
  const measured = found.kind === 'found' ? found.setup : null
  const scans = tries.map((scan, at): [string, string] => [says.scan(at + 1), readOf(desk, says, scan, measured)])
  const shown: Section = {
    kind: 'paper',
    section_id: 'shown',
    heading: '',
    document: {
      kind: 'list',
      language: 'en',
      is_copy: false,
      size: 'normal',
      blocks: [...barcode(SHOWN_CODE, 'code128')],
    },
  }
  return page(desk.library, {
    ref: { place: 'devices', about: KEYBOARD },
    heading: says.heading,
    lead: says.lead,
    sections: [
      text('found', says.found, foundLines(says, found)),
      ...(scans.length === 0 ? [] : [facts('scans', says.scans, scans)]),
      ...(measured === null ? [] : [facts('measured', says.measured, setupFacts(says, measured))]),
      ...(setup === null || measured !== null ? [] : [facts('kept', says.kept, setupFacts(says, setup))]),
      shown,
    ],
    acts: actsOf(says, found, setup !== null),
    enter: measured === null ? null : act({ label: says.keep, call: callOf('keyboard-scanner.keep', {}) }),
  })
}
