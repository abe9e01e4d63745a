/**
 * What is done to every piece of text on its way in: line breaks become spaces, control and direction-override
 * characters go (one of them in a title can open a cash drawer), accents are composed. Letters of any script stay as
 * they are.
 */

/** Control characters, and the marks that make a screen or a printer show text in another order than it is stored. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu
// oxlint-disable-next-line no-control-regex -- the same
const HAS_UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u
// oxlint-disable-next-line no-control-regex -- plain ASCII needs no composing
const BEYOND_ASCII = /[^\u0000-\u007f]/
const SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** The text as it is kept, and whether anything but layout was taken out of it. */
export type CleanText = { readonly text: string; readonly isChanged: boolean }

export function cleanText(raw: string): CleanText {
  let text = raw
  let isChanged = false
  if (HAS_UNWANTED.test(text)) {
    const spaced = text.replaceAll(SPACE, ' ')
    text = spaced.replaceAll(UNWANTED, '')
    isChanged = text.length !== spaced.length
  }
  if (BEYOND_ASCII.test(text)) text = text.normalize('NFC')
  return { text: text.trim(), isChanged }
}

/** A value as a report shows it: whole when short, else its beginning and its length. */
export function shownValue(value: string, length_max = 200): string {
  if (value.length <= length_max) return value
  return `${value.slice(0, length_max)}… (${value.length} characters)`
}
