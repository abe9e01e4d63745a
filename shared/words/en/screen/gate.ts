/** English for the screens before the desk: starting, setting up, signing in, locked. */

export const GATE = {
  starting: {
    up: 'Datestamp is starting',
    restarting: 'Datestamp is restarting',
    down: 'Datestamp has stopped and is trying again. If this does not change, call your IT contact',
  },
  sign_in: {
    heading: 'Scan your badge to begin',
    lead: 'or type your initials, or your badge’s number, and your PIN',
    initials: 'Initials',
    pin: 'PIN',
    sign_in: 'Sign in',
    checking: 'Checking…',
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
      `or type your PIN. ${name} continues where they left off. Another person types initials first.`,
  },
  set_up: {
    welcome: 'Welcome to Datestamp',
    lead: 'Two steps, and you can check items out and in, online or offline.',
    desk_and_you: '2. This desk and you',
    where: 'Which branch is this desk in?',
    desk_name: 'Name of the desk',
    first_name: 'Desk 1',
    your_name: 'Your name',
    your_initials: 'Your initials',
    initials_hint: 'Shown on every transaction.',
    pin: 'Choose a PIN',
    pin_hint: '6 to 12 digits.',
    pin_again: 'Confirm PIN',
    open: 'Open the desk',
    person: (name: string, initials: string, role_name: string) => `${name}, ${initials}, ${role_name}`,
    is_this_you: (name: string, initials: string) => `${name}, ${initials}, is in your staff file. Is this you?`,
    who_are_you: 'Who are you?',
    new_person: 'Someone else',
    known_says: 'The PIN you choose now replaces the one in the file.',
    known_becomes: (name: string) => `${name} becomes a manager, with the PIN you choose now.`,
    problem: {
      branch: 'Choose the branch this desk is in.',
      name: 'Type your name.',
      initials: 'Type your initials, up to five letters.',
      pin: 'A manager’s PIN is 6 to 12 digits.',
      pin_again: 'The two PINs are different.',
    },
  },
}
