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

export type KeptAddress = {
  readonly kind: string
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postal_code: string
  readonly is_in_city_limits: number | null
}

/** The one that the form shows: where they live, else the first. */
export function mainAddress<Kept extends Pick<KeptAddress, 'kind'>>(all: readonly Kept[]): Kept | undefined {
  return all.find(({ kind }) => kind === 'home') ?? all[0]
}

/** All addresses after the one of the form was changed: the others stay, and so does what is known of its town. */
export function addressesWith(
  all: readonly KeptAddress[],
  put: Omit<KeptAddress, 'kind' | 'is_in_city_limits'>,
): readonly KeptAddress[] {
  const main = mainAddress(all)
  if (main === undefined) return [{ kind: 'home', ...put, is_in_city_limits: null }]
  const isSameTown = main.city === put.city && main.postal_code === put.postal_code
  const changed = { ...main, ...put, is_in_city_limits: isSameTown ? main.is_in_city_limits : null }
  return all.map((one) => (one === main ? changed : one))
}

/** The addresses of a record that becomes another one, besides its main one, which the other one has not. */
export function addressesOver(from: readonly KeptAddress[], to: readonly KeptAddress[]): readonly KeptAddress[] {
  const told = ({ street, city, postal_code }: KeptAddress): string => JSON.stringify([street, city, postal_code])
  const known = new Set(to.map(told))
  const main = to.length === 0 ? undefined : mainAddress(from)
  return from.filter((one) => one !== main && !known.has(told(one)))
}
