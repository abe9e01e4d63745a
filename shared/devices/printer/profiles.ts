/**
 * The models of receipt printers that libraries have, and how one is found. What was read in a maker's document, and of
 * which models none was read, is in test/main/devices/printers/makers-documents.test.ts; else what each draws by itself
 * (bars, QR codes), its columns and its cutter are as @point-of-sale/receipt-printer-encoder has them
 * (models-known.test.ts).
 */
import { CITIZEN_PAGES, EPSON_PAGES, STAR_PAGES } from './code-pages.ts'
import type { PrinterProfile } from './profile.ts'

/** Every Epson: about 120 ms opens the drawers that libraries have; twice as long until the next. */
const EPSON_KICK = { connector: 0, on_ms: 120, off_ms: 240 } as const
const STAR_KICK = { connector: 0, on_ms: 200, off_ms: 200 } as const

/** Older Epsons, and what most makers copied of them. */
const LEGACY_PAGES = ['windows1252', 'cp858', 'cp437', 'cp850', 'cp852', 'cp866', 'cp860', 'cp863', 'cp865'] as const
const MODERN_PAGES = [
  ...LEGACY_PAGES,
  'windows1250',
  'windows1251',
  'windows1253',
  'windows1254',
  'windows1257',
] as const

const EPSON = {
  brand: 'Epson',
  language: 'esc-pos',
  pages: MODERN_PAGES,
  page_numbers: EPSON_PAGES,
  raster: 'gs-v-0',
  symbologies: ['codabar', 'code128'],
  has_qr: true,
  cutter: 'partial',
  feed_count: 4,
  kick: EPSON_KICK,
  status: ['dle-eot', 'asb'],
  acknowledgement: 'gs-paren-h',
} as const

const STAR = {
  brand: 'Star',
  language: 'star',
  columns: 48,
  pages: ['windows1252', 'cp858', 'cp437', 'cp852', 'cp866', 'windows1250', 'windows1251'],
  page_numbers: STAR_PAGES,
  raster: 'esc-x',
  symbologies: ['codabar', 'code128'],
  has_qr: true,
  cutter: 'partial',
  feed_count: 3,
  kick: STAR_KICK,
  status: ['star'],
  acknowledgement: 'star-etb',
} as const

/** Of the TSP100 family up to III: no letters of its own, every line is drawn; it feeds to its cutter by itself. */
const STAR_GRAPHIC = {
  ...STAR,
  pages: [],
  raster: 'star-rows',
  symbologies: [],
  has_qr: false,
  feed_count: 0,
} as const

/**
 * A printer that nobody has named. Copies differ in all but the first page of letters, and in how they draw bars; a
 * picture comes out of each of them.
 */
const GENERIC = {
  ...EPSON,
  brand: '',
  words: [],
  pages: ['cp437'],
  symbologies: [],
  has_qr: false,
  status: ['dle-eot'],
  acknowledgement: 'gs-r',
} as const

const LEGACY = { ...EPSON, pages: LEGACY_PAGES, acknowledgement: 'gs-r' } as const

/** The printer in software of a practice desk: narrow paper, so that a person reads it beside the work. */
export const TRAINING_PROFILE_CODE = 'training-58'
const TRAINING_NAME = 'Training printer'

export const PROFILES: readonly PrinterProfile[] = [
  { ...LEGACY, has_qr: false, code: 'epson-tm-t88iii', model: 'TM-T88III', words: ['TM-T88III'], columns: 42 },
  {
    ...EPSON,
    pages: LEGACY_PAGES,
    code: 'epson-tm-t88iv',
    model: 'TM-T88IV',
    words: ['TM-T88IV'],
    columns: 42,
  },
  { ...EPSON, code: 'epson-tm-t88v', model: 'TM-T88V', words: ['TM-T88V'], columns: 42 },
  { ...EPSON, code: 'epson-tm-t88vi', model: 'TM-T88VI', words: ['TM-T88VI'], columns: 42 },
  { ...EPSON, code: 'epson-tm-t88vii', model: 'TM-T88VII', words: ['TM-T88VII'], columns: 42 },
  { ...EPSON, code: 'epson-tm-t20', model: 'TM-T20', words: ['TM-T20'], columns: 48 },
  { ...EPSON, code: 'epson-tm-m30', model: 'TM-m30', words: ['TM-m30'], columns: 48 },
  {
    ...EPSON,
    code: 'epson-tm-p20ii',
    model: 'TM-P20II',
    words: ['TM-P20II'],
    columns: 32,
    cutter: 'none',
    status: ['dle-eot', 'asb'],
  },
  // Its question and its status by itself came with III: the document names no firmware of these that has them.
  {
    ...STAR_GRAPHIC,
    status: [],
    code: 'star-tsp100',
    model: 'TSP100, TSP100II',
    words: ['TSP100', 'TSP143', 'TSP113'],
  },
  { ...STAR_GRAPHIC, code: 'star-tsp100iii', model: 'TSP100III', words: ['TSP100III', 'TSP143III'] },
  { ...STAR, code: 'star-tsp100iv', model: 'TSP100IV', words: ['TSP100IV', 'TSP143IV'] },
  { ...STAR, code: 'star-tsp650ii', model: 'TSP650II', words: ['TSP650II', 'TSP654II'] },
  { ...STAR, code: 'star-mc-print3', model: 'mC-Print3', words: ['mC-Print3', 'MCP31'] },
  { ...STAR, code: 'star-mc-print2', model: 'mC-Print2', words: ['mC-Print2', 'MCP21'], columns: 32 },
  {
    ...LEGACY,
    code: 'bixolon-srp-350iii',
    brand: 'Bixolon',
    model: 'SRP-350III',
    words: ['SRP-350III', 'SRP-350plusIII'],
    columns: 42,
  },
  {
    ...LEGACY,
    code: 'citizen-ct-s310ii',
    brand: 'Citizen',
    model: 'CT-S310II',
    words: ['CT-S310II'],
    columns: 48,
    pages: ['windows1252', 'cp858', 'cp437', 'cp852', 'cp866', 'cp860', 'cp863', 'cp865'],
    page_numbers: CITIZEN_PAGES,
  },
  { ...GENERIC, code: 'generic-80', model: 'ESC/POS, 80 mm', columns: 42 },
  { ...GENERIC, code: 'generic-58', model: 'ESC/POS, 58 mm', columns: 32, cutter: 'none' },
  {
    ...EPSON,
    brand: 'Datestamp',
    code: TRAINING_PROFILE_CODE,
    model: TRAINING_NAME,
    words: [TRAINING_NAME],
    columns: 32,
  },
]

/** What is assumed of a printer that nobody has named. */
export const DEFAULT_PROFILE_CODE = 'generic-80'

export function profileOf(code: string): PrinterProfile | null {
  return PROFILES.find((profile) => profile.code === code) ?? null
}

/** "Epson TM-T88V"; of a model that nobody knows, its code. */
export function modelName(code: string): string {
  const profile = profileOf(code)
  return profile === null ? code : `${profile.brand} ${profile.model}`.trim()
}

/** Without the "-i" of Epsons that carry a computer: TM-T88V-i is a TM-T88V, and no TM-T88VI. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/-I(HUB)?\b/, '')
    .replaceAll(/[^A-Z0-9]/g, '')

/**
 * The profile of a printer that says this about itself, such as "EPSON TM-T88V-i"; null when no model is meant. The
 * longest name wins: TM-T88VII is not TM-T88V.
 */
export function profileNamed(said: string): PrinterProfile | null {
  const text = plain(said)
  const named = PROFILES.flatMap((profile) => profile.words.map((word) => ({ profile, word: plain(word) })))
    .filter(({ word }) => text.includes(word))
    .toSorted((one, other) => other.word.length - one.word.length)
  return named[0]?.profile ?? null
}
