/** A text as one sentence, for the band and for the notes of a row. Pure; must never change a word. */
export function asSentence(text: string): string {
  const said = text.trim()
  return said === '' || /[.?!]$/.test(said) ? said : `${said}.`
}
