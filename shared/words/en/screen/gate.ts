/** English for the screens before the desk: starting, setting up, signing in, locked. */

export const GATE = {
  starting: {
    up: 'Datestamp is starting',
    restarting: 'Datestamp’s station is starting again',
    down: 'Datestamp’s station has stopped. It is tried again by itself; if this stays, call whoever looks after it',
  },
  sign_in: {
    heading: 'Scan your badge to begin',
    lead: 'or type your initials, or your badge’s number, and your PIN',
    initials: 'Initials',
    pin: 'PIN',
    sign_in: 'Sign in',
    type_both: 'Type your initials, then your PIN.',
  },
  badge_pin: {
    heading: 'Badge read: type your PIN',
    lead: 'then Enter. Esc, or another badge, starts over.',
    pin: 'PIN',
    pin_of: (name: string) => `PIN of ${name}`,
    or_esc: 'Esc, or another badge, starts over.',
    type_pin: 'Type your PIN.',
  },
  locked: {
    heading: 'Locked: scan your badge',
    lead: (name: string) =>
      `or type your initials and PIN. Everything comes back for ${name}; anybody else begins with an empty desk.`,
  },
  set_up: {
    welcome: 'Welcome to Datestamp',
    lead: 'Two steps, then this desk lends and takes back, with the network or without.',
    desk_and_you: '2. This desk and you',
    where: 'Where does this desk stand?',
    desk_name: 'Name of the desk',
    first_name: 'Desk 1',
    your_name: 'Your name',
    your_initials: 'Your initials',
    initials_hint: 'They stand beside everything you record.',
    pin: 'Choose a PIN',
    pin_hint: '6 to 12 digits.',
    pin_again: 'The PIN again',
    open: 'Open the desk',
    problem: {
      branch: 'Choose the branch this desk stands in.',
      name: 'Type your name.',
      initials: 'Type your initials, up to five letters.',
      pin: 'A PIN is 4 to 12 digits.',
      pin_again: 'The two PINs are not the same.',
    },
  },
}
