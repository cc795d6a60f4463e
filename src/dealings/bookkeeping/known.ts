/** Thrown for a row that is here already, so that a file taken twice changes nothing and records nothing. */
export const alreadyKnown = new Error('already known')
