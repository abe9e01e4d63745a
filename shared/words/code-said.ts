/** What a code says where nobody named it: "book-sale" is "Book sale", and "FRIENDS" is "Friends". Pure. */

/** Words in capitals up to this length are letters of their own, as in "ILL" or "DVD". */
const LETTERS_MAX = 3

function wordSaid(word: string): string {
  const isShouted = word.length > LETTERS_MAX && word === word.toUpperCase()
  return isShouted ? word.toLowerCase() : word
}

/** @param code of a fund or a payee, as the library wrote it */
export function codeSaid(code: string): string {
  const said = code
    .split(/[-_\s]+/u)
    .filter((word) => word !== '')
    .map(wordSaid)
    .join(' ')
  return said === '' ? code : `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}
