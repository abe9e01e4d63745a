/** An address in words: in one line on a page, in two on a letter. Pure; of what is blank nothing is said. */
type Address = {
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postal_code: string
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

/** "269 Maple Street", "Maple Falls, IL 60999". */
export function addressLines({ street, city, region, postal_code }: Address): readonly string[] {
  return [street, joined(city, `${region} ${postal_code}`.trim())].filter((line) => line !== '')
}

/** "269 Maple Street, Maple Falls, IL 60999". */
export function addressText(address: Address): string {
  return joined(...addressLines(address))
}
