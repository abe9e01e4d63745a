/**
 * Cleans text from people, scripts and other systems for storing and showing: removes what a printer or a terminal
 * obeys and what a reader cannot see. Forms, scripts, imports, papers and screens all use it. Never changes a letter.
 */

/** Controls and line ends: a printer obeys them. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu

/**
 * Invisible characters: soft hyphens, zero-width spaces, marks that reverse the direction of a line, tags. The joiners
 * U+200C and U+200D stay where they join: Persian, the Indic scripts and joined emoji need them.
 */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const UNFIT = new RegExp(`${CONTROLS.source}|${UNSEEN.source}`, 'u')

/** Joiners that join nothing: at an end, beside a space, after letters that never take them. */
const LOOSE_JOINERS =
  /(?<=^|[\p{Z}\p{P}0-9\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|\p{Z})/gu

const JOINER = /[\u200c\u200d]/

/** More marks on one letter than any script stacks would overprint the lines above and below. */
const MARKS_HEAPED = /(\p{M}{6})\p{M}+/gu

/** Text that shows nothing: only joiners and selectors, and letters that are drawn as blanks. */
const NOTHING_SEEN = /^[\p{Z}\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u

const PLAIN = /^[\x20-\x7e]*$/

/** Whether a text contains anything that a printer obeys or a reader cannot see. */
export function hasUnfit(text: string): boolean {
  return UNFIT.test(text)
}

function cleanedOnce(text: string): string {
  const seen = text.toWellFormed().replace(CONTROLS, ' ').replace(UNSEEN, '').normalize('NFC').trim()
  const joined = JOINER.test(seen) ? seen.replace(LOOSE_JOINERS, '').normalize('NFC').trim() : seen
  const calm = joined.replace(MARKS_HEAPED, '$1')
  return NOTHING_SEEN.test(calm) ? '' : calm
}

/**
 * One line of text, fit to store. Cleaning twice changes nothing: removing a joiner can combine letter and mark, and
 * then the next joiner may join nothing. Text that shows nothing becomes empty.
 */
export function cleanLine(text: string): string {
  if (PLAIN.test(text)) return text.trim()
  const once = cleanedOnce(text)
  return once === text ? once : cleanLine(once)
}

/** The same for text of several lines; line breaks stay, without empty lines before and after. */
export function cleanLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map(cleanLine)
  return lines.join('\n').trim()
}

const CONTROLS_BUT_LAYOUT = /[\p{Cc}\u2028\u2029]/gu

/** Makes text stored before cleaning existed safe to show or to pass on; line ends and tabs stay. */
export function safeText(text: string): string {
  if (PLAIN.test(text) || (!hasUnfit(text) && text.isWellFormed())) return text
  const safe = text.toWellFormed().replace(UNSEEN, '')
  return safe.replace(CONTROLS_BUT_LAYOUT, (one) => (one === '\n' || one === '\t' ? one : ' '))
}
