/** Which profile a printer's own name means, and that no profile claims what it cannot do. */
import { describe, expect, it, test } from 'vitest'
import { CODE_PAGES, hasAll, letterOf, pageFor } from '../../../../shared/devices/printer/code-pages.ts'
import { dotsOf } from '../../../../shared/devices/printer/profile.ts'
import { DEFAULT_PROFILE_CODE, profileNamed, profileOf, PROFILES } from '../../../../shared/devices/printer/profiles.ts'

test.each([
  ['EPSON TM-T88V-i', 'epson-tm-t88v'],
  ['TM-T88VII', 'epson-tm-t88vii'],
  ['tm t88vi', 'epson-tm-t88vi'],
  ['EPSON TM-T20IIIL', 'epson-tm-t20'],
  ['TM-m30III', 'epson-tm-m30'],
  ['Star TSP143IIIU', 'star-tsp100iii'],
  ['Star TSP143IIU+', 'star-tsp100'],
  ['Star TSP113LAN', 'star-tsp100'],
  ['Star TSP143IV SK', 'star-tsp100iv'],
  ['MCP31LB', 'star-mc-print3'],
  ['Citizen CT-S310II', 'citizen-ct-s310ii'],
  ['USB Printing Support', null],
  ['', null],
])('a printer that says %j is %s', (said, code) => {
  expect(profileNamed(said)?.code ?? null).toBe(code)
})

describe.each(PROFILES.map((profile) => [profile.code, profile] as const))('%s', (code, profile) => {
  it('is found by its code', () => {
    expect(profileOf(code)).toBe(profile)
  })

  it('has a number for each of its pages, whole bytes across its paper, and a way to say that a job is done', () => {
    expect(profile.pages.filter((page) => profile.page_numbers[page] === undefined)).toEqual([])
    expect(dotsOf(profile) % 8).toBe(0)
    expect(profile.acknowledgement === 'star-etb').toBe(profile.language === 'star')
    expect(profile.raster !== 'gs-v-0').toBe(profile.language === 'star')
  })
})

test('codes are unique, and the default is one of them', () => {
  expect(new Set(PROFILES.map(({ code }) => code)).size).toBe(PROFILES.length)
  expect(profileOf(DEFAULT_PROFILE_CODE)).not.toBeNull()
  expect(profileOf('laser')).toBeNull()
})

describe('code pages', () => {
  it.each([
    ['Plain', 'windows1252'],
    ['Sí, señor: 5 €', 'windows1252'],
    ['Žižka', 'windows1252'],
    ['Łódź', 'cp852'],
    ['Преступление', 'cp866'],
    ['Ελλάδα', 'windows1253'],
    ['İstanbul', 'windows1254'],
    ['Łódź Москва', null],
    ['日本語', null],
    ['Cafe\u0301', null],
    ['\u001b', null],
    ['\u0014', null],
    ['¶', 'windows1252'],
  ])('%j is printed in %s', (text, page) => {
    expect(pageFor(text, profileOf('epson-tm-t88v')?.pages ?? [])).toBe(page)
  })

  it('have 128 letters each, and the letters of a byte are where they are looked up', () => {
    for (const page of CODE_PAGES) {
      const letters = Array.from({ length: 128 }, (_, at) => letterOf(page, 128 + at))
      expect(letters.filter((letter) => letter !== '\ufffd' && !hasAll(page, letter))).toEqual([])
      expect(letters.filter((letter) => letter !== '\ufffd').length).toBeGreaterThan(100)
      expect([letterOf(page, 0x41), letterOf(page, 0x1b), letterOf(page, 0x7f)]).toEqual(['A', '\ufffd', '\ufffd'])
    }
  })

  it.each([
    ['windows1250', 'windows-1250'],
    ['windows1251', 'windows-1251'],
    ['windows1252', 'windows-1252'],
    ['windows1253', 'windows-1253'],
    ['windows1254', 'windows-1254'],
    ['windows1257', 'windows-1257'],
    ['cp866', 'ibm866'],
  ] as const)('%s is as the decoder of this computer has it', (page, label) => {
    const decoder = new TextDecoder(label)
    const bytes = Array.from({ length: 128 }, (_, at) => 128 + at)
    const differing = bytes.filter((byte) => {
      const letter = letterOf(page, byte)
      return letter !== '\ufffd' && decoder.decode(Uint8Array.of(byte)) !== letter
    })
    expect(differing).toEqual([])
  })
})
